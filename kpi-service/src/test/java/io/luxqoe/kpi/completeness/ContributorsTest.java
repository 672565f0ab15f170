package io.luxqoe.kpi.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributorsTest {

    @Test
    void namesAreSortedAndThereOnce() {
        Contributors contributors = of(List.of("msc-2", "msc-1", "msc-2", "msc-2"));

        assertThat(contributors.names()).containsExactly("msc-1", "msc-2");
        assertThat(contributors.more()).isFalse();
        assertThat(contributors.mayContain("msc-1")).isTrue();
        assertThat(contributors.mayContain("msc-3")).isFalse();
        assertThat(new Contributors().isEmpty()).isTrue();
        assertThat(new Contributors().mayContain("msc-1")).isFalse();
    }

    @Test
    void ofMoreThanItKeepsItKnowsTheFirstAndSuspectsOnlyThoseBehind() {
        Contributors contributors = of(names(100, 3));

        assertThat(contributors.names()).isEqualTo(names(64, 3));
        assertThat(contributors.more()).isTrue();
        assertThat(contributors.mayContain("msc-189")).isTrue();
        assertThat(contributors.mayContain("msc-188")).isFalse();
        assertThat(contributors.mayContain("msc-190")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 63, 64, 65, 200})
    void theOrderOfAddingAndMergingDoesNotMatter(int count) {
        Random random = new Random(count);
        List<String> names = names(count, 1);
        byte[] sorted = of(names).toBytes();
        for (int round = 0; round < 50; round++) {
            List<String> shuffled = new ArrayList<>(names);
            Collections.shuffle(shuffled, random);
            List<Contributors> parts =
                    IntStream.range(0, 4).mapToObj(i -> new Contributors()).toList();
            shuffled.forEach(name -> {
                parts.get(random.nextInt(4)).add(name);
                parts.get(random.nextInt(4)).add(name);
            });
            Contributors merged = new Contributors();
            parts.forEach(merged::merge);

            assertThat(merged.toBytes()).isEqualTo(sorted);
            assertThat(merged.names())
                    .isEqualTo(List.copyOf(new TreeSet<>(names)).subList(0, Math.min(count, 64)));
            assertThat(Contributors.fromBytes(sorted).toBytes()).isEqualTo(sorted);
        }
    }

    @Test
    void theyAreReadFromWithinABufferAndLongNamesAreKept() {
        Contributors contributors = of(List.of("é".repeat(127), "msc-1"));
        byte[] octets = contributors.toBytes();
        ByteBuffer buffer =
                ByteBuffer.allocate(octets.length + 2).put((byte) 9).put(octets).put((byte) 8);
        buffer.position(1);

        assertThat(Contributors.read(buffer).names()).isEqualTo(contributors.names());
        assertThat(buffer.get()).isEqualTo((byte) 8);
    }

    @Test
    void octetsOfAnotherVersionOrDamagedOnesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Contributors.fromBytes(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Contributors.fromBytes(new byte[] {2, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Contributors.fromBytes(new byte[] {1, 0, 1, 5, 'a'}));
    }

    private static Contributors of(List<String> names) {
        Contributors contributors = new Contributors();
        names.forEach(contributors::add);
        return contributors;
    }

    private static List<String> names(int count, int step) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("msc-%03d", i * step))
                .toList();
    }
}
