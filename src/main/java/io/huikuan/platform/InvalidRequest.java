package io.huikuan.platform;

import java.util.List;

/** The request does not make sense as it stands; says field by field why. */
public final class InvalidRequest extends Problem {
    private final transient List<Fault> faults;

    public InvalidRequest(List<Fault> faults) {
        super(Kind.INVALID);
        this.faults = faults;
    }

    /**
     * @param pointer JSON pointer of the field
     * @param code names its text in {@code problems.properties}
     */
    public static InvalidRequest field(String pointer, String code, Object... arguments) {
        return new InvalidRequest(List.of(new Fault(pointer, code, List.of(arguments))));
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }
}
