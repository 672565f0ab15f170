package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.NumberClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialledNumberTableTest {
    private final DialledNumberTable table = new DialledNumberTable("dialled-numbers");

    @BeforeEach
    void open() {
        table.content(table.empty());
    }

    @Test
    void theNumberItselfIsPreferredToItsPrefixes() {
        table.put("118", always(true, "directories"));
        table.put("118218", always(false, "one directory"));

        assertThat(name("118218", 0)).isEqualTo("one directory");
        assertThat(name("118000", 0)).isEqualTo("directories");
    }

    @Test
    void anEntryThatIsNoPrefixServesNoLongerNumber() {
        table.put("15", always(false, "samu"));

        assertThat(name("1512", 0)).isNull();
        assertThat(name("1", 0)).isNull();
    }

    @Test
    void aPrefixServesItsOwnDigits() {
        table.put("10", always(true, "customer care"));

        assertThat(name("10", 0)).isEqualTo("customer care");
    }

    @Test
    void aRevisionThatDoesNotHoldGivesWayToAShorterPrefix() {
        table.put("3", always(true, "short numbers"));
        table.put("3646", new Revision<>(100, 200, entry(true, "a bank"), null));

        assertThat(name("3646", 150)).isEqualTo("a bank");
        assertThat(name("3646", 200)).isEqualTo("short numbers");
    }

    @Test
    void whetherItIsAPrefixIsOfTheRevision() {
        table.put("36", new Revision<>(100, Long.MAX_VALUE, entry(false, "exact"), always(true, "prefix")));

        assertThat(name("3646", 99)).isEqualTo("prefix");
        assertThat(name("3646", 100)).isNull();
        assertThat(name("36", 100)).isEqualTo("exact");
    }

    @Test
    void aRemovedNumberIsGone() {
        table.put("112", always(false, "emergency"));
        table.remove("112");

        assertThat(name("112", 0)).isNull();
        assertThat(table.size()).isZero();
    }

    private @Nullable String name(String digits, long instant) {
        Known<DialledNumberContext> found = table.asOf(digits, instant);
        return found == null ? null : found.context().getName();
    }

    private static Revision<DialledNumberTable.Entry> always(boolean prefix, String name) {
        return new Revision<>(Long.MIN_VALUE, Long.MAX_VALUE, entry(prefix, name), null);
    }

    private static DialledNumberTable.Entry entry(boolean prefix, String name) {
        return new DialledNumberTable.Entry(
                prefix, Known.of(new DialledNumberContext(NumberClass.SERVICE, null, name)));
    }
}
