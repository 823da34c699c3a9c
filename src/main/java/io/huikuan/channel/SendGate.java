package io.huikuan.channel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets sends through side by side until it is closed, and tells when the last of them is out. */
public final class SendGate {

    private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /** Does the work, or what is to be done instead once the gate is closed. */
    public <T> T pass(Supplier<T> work, Supplier<T> whenClosed) {
        if (closed || !underWay.readLock().tryLock()) {
            return whenClosed.get();
        }
        try {
            // Looked at again: the gate may have closed, and found nobody inside, between the first look and the lock.
            return closed ? whenClosed.get() : work.get();
        } finally {
            underWay.readLock().unlock();
        }
    }

    /**
     * Closes the gate for good and waits for what is inside.
     *
     * @return false if something still is after that time, or the wait was interrupted
     */
    public boolean closeAndWait(Duration patience) {
        closed = true;
        try {
            if (!underWay.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            underWay.writeLock().unlock();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
