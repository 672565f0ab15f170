package io.luxqoe.streams.store;

import io.luxqoe.streams.runtime.BoundedRocksDb;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * Octets by key in RocksDB, out of the heap and within the memory that all RocksDB stores of the process share
 * ({@link BoundedRocksDb}), but for about three octets a key. For what is loaded again at each start: it begins empty whenever it is opened, and no crash
 * can leave anything half-written.
 *
 * <p>Any thread may read while one writes. What fails on disk is a {@link ProcessorStateException}.
 */
public final class DiskTable implements AutoCloseable {
    private static final int FILTER_BITS = 10;
    private static final int BACKGROUND_JOBS = 2;

    private final String name;
    private final BloomFilter filter = new BloomFilter(FILTER_BITS);
    private final Options options = new Options();
    private final WriteOptions writes = new WriteOptions();
    /** Reading what is closed would end the process; readers do not hold each other up. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private @Nullable RocksDB open;

    private DiskTable(String name) {
        this.name = name;
    }

    /**
     * An empty table.
     *
     * @param folder where it lies; what is there is deleted
     * @param config of the streams, which says how much memory there is
     */
    public static DiskTable open(Path folder, Map<String, Object> config) {
        RocksDB.loadLibrary();
        DiskTable table = new DiskTable(String.valueOf(folder.getFileName()));
        table.start(folder, config);
        return table;
    }

    private void start(Path folder, Map<String, Object> config) {
        BlockBasedTableConfig blocks = new BlockBasedTableConfig();
        blocks.setFilterPolicy(filter);
        options.setCreateIfMissing(true);
        options.setCompressionType(CompressionType.NO_COMPRESSION);
        options.setMaxBackgroundJobs(BACKGROUND_JOBS);
        options.setTableFormatConfig(blocks);
        new BoundedRocksDb().setConfig(name, options, config);
        // The filter of a file is larger than what a shard of a small cache lets it keep, and would be read again for
        // each key: ten times the cost of a read. Filters and indexes are about three octets a key.
        blocks.setCacheIndexAndFilterBlocks(false);
        blocks.setPinTopLevelIndexAndFilter(false);
        options.setTableFormatConfig(blocks);
        // Nothing of it outlives the process.
        writes.setDisableWAL(true);
        try {
            File place = folder.toFile();
            Utils.delete(place);
            Files.createDirectories(folder);
            open = RocksDB.open(options, place.getAbsolutePath());
        } catch (IOException | RocksDBException e) {
            close();
            throw new ProcessorStateException("Table " + name + " cannot be opened", e);
        }
    }

    /** What the key was put with; null where it is not there. */
    public byte @Nullable [] get(byte[] key) {
        life.readLock().lock();
        try {
            return opened().get(key);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("Table " + name + " cannot be read", e);
        } finally {
            life.readLock().unlock();
        }
    }

    /** Keeps the value, in place of what was kept before. */
    public void put(byte[] key, byte[] value) {
        life.readLock().lock();
        try {
            opened().put(writes, key, value);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("Table " + name + " cannot be written", e);
        } finally {
            life.readLock().unlock();
        }
    }

    /** Forgets the key. */
    public void delete(byte[] key) {
        life.readLock().lock();
        try {
            opened().delete(writes, key);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("Table " + name + " cannot be written", e);
        } finally {
            life.readLock().unlock();
        }
    }

    private RocksDB opened() {
        RocksDB db = open;
        if (db == null) {
            throw new InvalidStateStoreException("Table " + name + " is closed");
        }
        return db;
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (open != null) {
                open.close();
                open = null;
            }
            writes.close();
            options.close();
            filter.close();
        } finally {
            life.writeLock().unlock();
        }
    }
}
