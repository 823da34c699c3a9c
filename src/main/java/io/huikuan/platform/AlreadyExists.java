package io.huikuan.platform;

import java.util.List;

/** Another row of the same organisation has this natural key or id already. */
public final class AlreadyExists extends Problem {
    private final transient String pointer;

    /** @param pointer JSON pointer of the field that must be unique */
    public AlreadyExists(String pointer) {
        super(Kind.CONFLICT);
        this.pointer = pointer;
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault(pointer, "already-used", List.of()));
    }
}
