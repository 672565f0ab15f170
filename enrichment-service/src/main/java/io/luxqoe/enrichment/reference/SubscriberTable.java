package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.streams.store.DiskTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Subscribers by pseudonym, of whom there may be millions: on disk, in RocksDB with the memory that all stores of the
 * process share, and those who were asked for last on the heap. It is loaded at each start like every global table.
 */
final class SubscriberTable extends GlobalTable<Revision<SubscriberContext>, SubscriberTable.Content>
        implements AsOfLookup<Known<SubscriberContext>> {
    /** That a key is not there is worth keeping too. */
    private static final Revision<Known<SubscriberContext>> ABSENT =
            new Revision<>(Long.MAX_VALUE, Long.MIN_VALUE, Known.of(new SubscriberContext("", null, null)), null);

    private final int cached;
    private Path folder = Path.of("");
    private Map<String, Object> config = Map.of();

    /** What is on disk and what of it is at hand. */
    static final class Content {
        private final DiskTable disk;
        private final RevisionCache<Known<SubscriberContext>> cache;
        private final SubscriberOctets octets = new SubscriberOctets();
        /** Touched by the global thread alone. */
        private int size;

        private Content(DiskTable disk, RevisionCache<Known<SubscriberContext>> cache) {
            this.disk = disk;
            this.cache = cache;
        }

        private Revision<Known<SubscriberContext>> revisions(byte[] key) {
            int bucket = cache.bucket(key);
            long hash = cache.hash(key);
            Revision<Known<SubscriberContext>> known = cache.get(bucket, hash);
            if (known != null) {
                return known;
            }
            long version = cache.version(bucket);
            byte[] kept = disk.get(key);
            Revision<Known<SubscriberContext>> read = kept == null ? ABSENT : octets.decode(kept);
            cache.offer(bucket, hash, read, version);
            return read;
        }

        /** Null where there is no key. */
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        private @Nullable Revision<Known<SubscriberContext>>[] revisions(@Nullable String[] keys) {
            int[] buckets = new int[keys.length];
            long[] hashes = new long[keys.length];
            for (int i = 0; i < keys.length; i++) {
                String key = keys[i];
                if (key != null && !key.isEmpty()) {
                    byte[] octets = octets(key);
                    buckets[i] = cache.bucket(octets);
                    hashes[i] = cache.hash(octets);
                }
            }
            @Nullable Revision<Known<SubscriberContext>>[] found = new Revision[keys.length];
            cache.get(buckets, hashes, found);
            for (int i = 0; i < keys.length; i++) {
                String key = keys[i];
                if (found[i] == null && key != null && !key.isEmpty()) {
                    found[i] = revisions(octets(key));
                }
            }
            return found;
        }

        private void put(byte[] key, Revision<SubscriberContext> entry) {
            byte[] before = disk.get(key);
            byte[] now = octets.encode(entry);
            if (Arrays.equals(before, now)) {
                return;
            }
            // Decoded again, so that subscribers who are alike share their context.
            cache.change(cache.bucket(key), cache.hash(key), octets.decode(now), () -> disk.put(key, now));
            size += before == null ? 1 : 0;
        }

        private void remove(byte[] key) {
            if (disk.get(key) != null) {
                cache.change(cache.bucket(key), cache.hash(key), null, () -> disk.delete(key));
                size--;
            }
        }
    }

    /** @param cached how many subscribers are kept on the heap at most, about 65 octets each */
    SubscriberTable(String name, int cached) {
        super(name, new Changes());
        this.cached = cached;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        folder = context.stateDir().toPath().resolve(name());
        config = context.appConfigs();
        super.init(context, root);
    }

    @Override
    public void close() {
        Content closed = isOpen() ? content() : null;
        super.close();
        if (closed != null) {
            closed.disk.close();
        }
    }

    @Override
    public @Nullable Known<SubscriberContext> asOf(String pseudonym, long instant) {
        return Revision.asOf(content().revisions(octets(pseudonym)), instant);
    }

    @Override
    public void asOf(@Nullable String[] pseudonyms, long[] instants, @Nullable Known<SubscriberContext>[] found) {
        Revision<Known<SubscriberContext>>[] revisions = content().revisions(pseudonyms);
        for (int i = 0; i < revisions.length; i++) {
            found[i] = Revision.asOf(revisions[i], instants[i]);
        }
    }

    @Override
    void put(String pseudonym, Revision<SubscriberContext> entry) {
        content().put(octets(pseudonym), entry);
    }

    @Override
    void remove(String pseudonym) {
        content().remove(octets(pseudonym));
    }

    @Override
    int size() {
        return content().size;
    }

    @Override
    Content empty() {
        return new Content(DiskTable.open(folder, config), new RevisionCache<>(cached));
    }

    private static byte[] octets(String pseudonym) {
        return pseudonym.getBytes(StandardCharsets.UTF_8);
    }
}
