package io.luxqoe.decoder.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LongPairCacheTest {
    private final LongPairCache cache = new LongPairCache(5_000);

    @Test
    void whatIsFoundIsWhatWasPut() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            long key = 1 + random.nextInt(6_000);
            int at = cache.find(key);
            if (at != LongPairCache.NONE) {
                found++;
                assertThat(cache.high(at)).isEqualTo(-key);
                assertThat(cache.low(at)).isEqualTo(31 * key);
            }
            if (at == LongPairCache.NONE) {
                cache.put(key, -key, 31 * key);
            }
        }
        assertThat(found).isGreaterThan(50_000);
    }

    @Test
    void whatWasPutIsThereStillWhenTheCacheHasGrown() {
        for (long key = 1; key <= 700; key++) {
            cache.put(key, key, key);
        }
        long there = 0;
        for (long key = 1; key <= 700; key++) {
            there += cache.find(key) == LongPairCache.NONE ? 0 : 1;
        }
        assertThat(there).isGreaterThan(500);
    }

    @Test
    void anEmptyCacheHoldsNothing() {
        assertThat(cache.find(1)).isEqualTo(LongPairCache.NONE);
    }
}
