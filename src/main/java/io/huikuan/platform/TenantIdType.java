package io.huikuan.platform;

import java.util.UUID;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.UUIDJdbcType;
import org.jspecify.annotations.Nullable;

/** Keeps a tenant id, a string to Quarkus, in a {@code uuid} column. */
public final class TenantIdType extends AbstractClassJavaType<String> {
    public TenantIdType() {
        super(String.class);
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators context) {
        return UUIDJdbcType.INSTANCE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <X> @Nullable X unwrap(@Nullable String value, Class<X> type, WrapperOptions options) {
        if (value == null) {
            return null;
        }
        if (type.isAssignableFrom(UUID.class)) {
            return (X) UUID.fromString(value);
        }
        if (type.isAssignableFrom(String.class)) {
            return (X) value;
        }
        throw unknownUnwrap(type);
    }

    @Override
    public <X> @Nullable String wrap(@Nullable X value, WrapperOptions options) {
        return value == null ? null : value.toString();
    }
}
