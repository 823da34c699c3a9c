package io.huikuan.importing;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** A stored file as one stream; holds one chunk of it at a time. */
final class ChunkStream extends InputStream {
    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = {};
    private int position;
    private int ordinal;

    /** @param chunks by their ordinal from 0; empty behind the last */
    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : Byte.toUnsignedInt(chunk[position++]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean isAtEnd() {
        while (position == chunk.length) {
            var next = chunks.apply(ordinal);
            if (next.isEmpty()) {
                return true;
            }
            chunk = next.get();
            position = 0;
            ordinal++;
        }
        return false;
    }
}
