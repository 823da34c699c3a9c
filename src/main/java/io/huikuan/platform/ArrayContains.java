package io.huikuan.platform;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Has {@code :owners contains x} of HQL ask PostgreSQL for {@code x = any(?)}, which uses an index on x, as {@code @>} does not: so queries in
 * HQL and in SQL take whom somebody sees as the same array.
 */
public class ArrayContains implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions functions) {
        var bool = functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN);
        functions.getFunctionRegistry().registerPattern("array_contains", "(?2=any(?1))", bool);
    }
}
