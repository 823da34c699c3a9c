package io.huikuan.platform;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Has {@code :ids contains x} of HQL ask PostgreSQL for {@code x = any(?)}, which uses an index on x, as {@code @>} does not. Hibernate
 * translates a query that says {@code x in :ids} anew whenever it is asked, as there may be more of them; this one only once.
 */
public class ArrayContains implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions functions) {
        var bool = functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN);
        functions.getFunctionRegistry().registerPattern("array_contains", "(?2=any(?1))", bool);
    }
}
