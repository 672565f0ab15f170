package io.luxqoe.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionMarkTest {

    @Test
    void aMarkGoesToItsPartition() {
        assertThat(PartitionMark.partitioner().partitions("t", PartitionMark.keyOf(2), "", 4))
                .hasValueSatisfying(chosen -> assertThat(chosen).containsExactly(2));
    }

    @Test
    void everythingElseGoesWhereTheDefaultPartitionerSends() {
        assertThat(PartitionMark.partitioner().partitions("t", "msc-1", "", 4)).isEmpty();
        assertThat(PartitionMark.partitioner().partitions("t", null, "", 4)).isEmpty();
        assertThat(PartitionMark.partitioner().partitions("t", "~msc", "", 4)).isEmpty();
        assertThat(PartitionMark.partitioner().partitions("t", "~9", "", 4)).isEmpty();
    }
}
