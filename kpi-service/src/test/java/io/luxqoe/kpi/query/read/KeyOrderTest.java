package io.luxqoe.kpi.query.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    @Test
    void keysAreOrderedAsTheirOctetsInAStore() {
        List<String> keys =
                List.of("", "a", "aa", "b", "é", "\uD7FF", "\uE000", "\uFF61", "𐀀", "𝄞", "𝄞a", "a𝄞", "a｡");

        for (String one : keys) {
            for (String other : keys) {
                int octets = Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(KeyOrder.BY_CODE_POINT.compare(one, other)))
                        .as(one + " and " + other)
                        .isEqualTo(Integer.signum(octets));
            }
        }
    }
}
