package io.huikuan.importing;

/** Somebody else works on the file by now: this worker was slower than its lease is long. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLost(Lease lease) {
        super("import " + lease.importId() + " was taken over");
    }
}
