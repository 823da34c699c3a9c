package io.huikuan.substitution;

import io.huikuan.platform.Problem;

/** Who is to stand in may not do what the absent person does. */
public final class SubstituteLacksRole extends Problem {
    SubstituteLacksRole(String roles) {
        super(Kind.UNPROCESSABLE, roles);
    }
}
