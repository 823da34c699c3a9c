package io.huikuan.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what somebody typed into a pattern for {@code like … escape '\'}. */
public final class LikePattern {
    private LikePattern() {}

    /** Null for nothing typed: no filter. */
    public static @Nullable String containing(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var literal = typed.trim().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal + "%";
    }
}
