package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChangesTest {
    private final Changes changes = new Changes();

    @Test
    void aChangeIsUnderWayWhileItIsMadeAndCountedAfterwards() {
        long before = changes.count();
        assertThat(Changes.isUnderWay(before)).isFalse();

        changes.make(() -> assertThat(Changes.isUnderWay(changes.count())).isTrue());

        assertThat(Changes.isUnderWay(changes.count())).isFalse();
        assertThat(changes.count()).isGreaterThan(before);
    }

    @Test
    void aChangeThatFailsIsCountedToo() {
        long before = changes.count();
        assertThatThrownBy(() -> changes.make(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Changes.isUnderWay(changes.count())).isFalse();
        assertThat(changes.count()).isGreaterThan(before);
    }
}
