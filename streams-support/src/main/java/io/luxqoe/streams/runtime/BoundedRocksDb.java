package io.luxqoe.streams.runtime;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all RocksDB stores of the process share one cache, which also pays for their indexes and for what they have not
 * yet written to disk; else each store and each window segment has its own 50 MiB and more, without end.
 *
 * <p>For {@code rocksdb.config.setter}; {@code lux.rocksdb.cache} gives the size in octets, 64 MiB unless set. The first
 * store decides for the process.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    static final String CACHE = "lux.rocksdb.cache";

    private static final long DEFAULT_OCTETS = 64L << 20;
    private static final int INDEX_SHARE_PERCENT = 10;
    private static final int WRITE_SHARE_PERCENT = 50;
    // small, since a store has one per window segment and reserves an eighth of it at its first write
    private static final long WRITE_BUFFER_OCTETS = 4L << 20;
    private static final int WRITE_BUFFERS = 2;

    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager writes) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared memory = shared(configs);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.writes);
        options.setWriteBufferSize(WRITE_BUFFER_OCTETS);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    /** Closes nothing: what the stores share outlives each of them. */
    @Override
    public void close(String storeName, Options options) {}

    private static synchronized Shared shared(Map<String, Object> configs) {
        Shared present = shared;
        if (present != null) {
            return present;
        }
        long octets = octets(configs.get(CACHE));
        Cache cache = new LRUCache(octets, -1, false, INDEX_SHARE_PERCENT / 100.0);
        Shared made = new Shared(cache, new WriteBufferManager(octets * WRITE_SHARE_PERCENT / 100, cache));
        shared = made;
        return made;
    }

    private static long octets(@Nullable Object configured) {
        try {
            long octets = configured == null ? DEFAULT_OCTETS : Long.parseLong(configured.toString());
            if (octets > 0) {
                return octets;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(CACHE, configured, "must be a number of octets above 0");
        }
        throw new ConfigException(CACHE, configured, "must be a number of octets above 0");
    }
}
