package dev.incidentkit.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system for H2, under {@code full:}, that has so many bytes left and then none. */
public final class FullDisk extends FilePathWrapper {
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    static void install() {
        FilePath.register(new FullDisk());
    }

    static void leave(long bytes) {
        LEFT.set(bytes);
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Limited(super.open(mode));
    }

    private static final class Limited extends FileBaseDefault {
        private final FileChannel disk;

        Limited(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (LEFT.addAndGet(-bytes.remaining()) < 0) {
                throw new IOException("No space left on device");
            }
            return disk.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return disk.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
