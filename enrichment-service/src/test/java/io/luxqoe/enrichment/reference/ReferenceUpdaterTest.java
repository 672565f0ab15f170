package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceUpdaterTest {
    private final List<Integer> sizes = new ArrayList<>();
    private final RevisionTable<String> table = new RevisionTable<>("cells");
    private final ReferenceUpdater<Revision<String>> updater =
            new ReferenceUpdater<>(ReferenceKind.CELL, "cells", new ReferenceListener() {
                @Override
                public void rejected(ReferenceKind kind) {
                    throw new AssertionError("Nothing is broken");
                }

                @Override
                public void resized(ReferenceKind kind, int keys) {
                    sizes.add(keys);
                }
            });

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        table.init(context.getStateStoreContext(), table);
        updater.init(context);
    }

    @Test
    void theLastRecordOfAKeyHolds() {
        change("a", "1");
        change("b", "2");
        change("a", "3");

        assertThat(table.asOf("a", 0)).isEqualTo("3");
        assertThat(sizes).containsExactly(1, 2, 2);
    }

    @Test
    void aTombstoneDeletes() {
        change("a", "1");
        change("a", null);
        change("never there", null);

        assertThat(table.asOf("a", 0)).isNull();
        assertThat(sizes).containsExactly(1, 0, 0);
    }

    @Test
    void aClosedTableIsNotAnEmptyOne() {
        change("a", "1");
        table.close();

        assertThat(table.isOpen()).isFalse();
        assertThatThrownBy(() -> table.asOf("a", 0)).isInstanceOf(InvalidStateStoreException.class);
    }

    @Test
    void aTableBeginsEmptyEachTimeItIsOpened() {
        change("a", "1");
        table.close();
        open();

        assertThat(table.asOf("a", 0)).isNull();
        assertThat(table.persistent()).isFalse();
    }

    private void change(String key, @Nullable String value) {
        updater.process(new Record<>(key, value == null ? null : new Revision<>(0, Long.MAX_VALUE, value, null), 0));
    }
}
