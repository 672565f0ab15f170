package io.luxqoe.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.OperatorRelation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLoadTest {

    private static final String HEADER = "cellKey,site,region,vendor,validFrom,validUntil";
    private static final String KEY = "208-20-1-2";

    @TempDir
    private Path folder;

    private Loading loading = new Loading(Path.of(""));

    @BeforeEach
    void start() {
        loading = new Loading(folder);
    }

    @Test
    void whatTheTableHoldsAlreadyIsNotWrittenAgain() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,2026-01-01T00:00:00Z,");
        assertThat(loading.store.written).hasSize(1);

        TableSummary again = loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,2026-01-01T01:00+01:00,");

        assertThat(again.unchanged()).isOne();
        assertThat(loading.store.written).isEmpty();
        assertThat(loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,2026-02-01T00:00:00Z,")
                        .unchanged())
                .as("it says what holds then already")
                .isOne();
    }

    @Test
    void oneBadRowLeavesNothingBehind() {
        TableSummary summary = loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", "208-20-1-02,S1,Bretagne,Nokia,,");

        assertThat(summary.added()).isOne();
        assertThat(summary.rejected()).isOne();
        assertThat(loading.store.table(ReferenceTable.CELL)).isEmpty();
        loading.partial = true;
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", "208-20-1-02,S1,Bretagne,Nokia,,");
        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "208-20-1-2,,Bretagne,Nokia,, | site must not be empty",
                "208-20-1-2,S1,Bretagne,Nokia,2026-01-01, | validFrom is not a time with its offset, such as"
                        + " 2026-11-20T00:00:00Z or 2026-11-20T01:00+01:00",
                "208-20-1-2,S1,Bretagne,Nokia,2026-01-01T00:00Z,2026-01-01T00:00Z | validUntil is not after the"
                        + " beginning of the revision",
                "208-20-16777216-2,S1,Bretagne,Nokia,, | cellKey is not mcc-mnc-area-cell in decimal, such as"
                        + " 208-20-4660-22136",
                "208-20-1-2,S1,Bretagne,Nokia, | ' has 5 cells, and the header 6'"
            })
    void aRejectedRowIsNamedByLineColumnAndReason(String row, String reason) {
        loading.lines(HEADER, "", row);

        assertThat(loading.reasons()).containsExactly("3 " + reason);
    }

    @Test
    void aLaterRevisionKeepsTheFormerOnes() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,");

        loading.lines(
                HEADER,
                KEY + ",S1,Bretagne,Ericsson,2027-01-01T00:00:00Z,",
                KEY + ",S1,Bretagne,Huawei,2026-06-01T00:00:00Z,2026-07-01T00:00:00Z");

        assertThat(loading.changes).extracting(Change::kind).containsExactly(Change.Kind.REVISED, Change.Kind.REVISED);
        assertThat(revisions())
                .containsExactly(
                        "Ericsson 2027-01-01T00:00:00Z null",
                        "Huawei 2026-06-01T00:00:00Z 2026-07-01T00:00:00Z",
                        "Nokia 1970-01-01T00:00:00Z null");
    }

    @Test
    void aRowWithoutValidFromCorrectsTheNewestRevision() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,");
        loading.lines(HEADER, KEY + ",S1,Bretagne,Ericsson,2026-01-01T00:00:00Z,");

        loading.lines("cellKey,region", KEY + ",Normandie");

        assertThat(loading.changes)
                .containsExactly(new Change(
                        ReferenceTable.CELL,
                        KEY,
                        Change.Kind.CORRECTED,
                        List.of(new Change.FieldChange("region", "Bretagne", "Normandie"))));
        Cell cell = cell();
        assertThat(cell.getRegion()).isEqualTo("Normandie");
        assertThat(cell.getPrevious().get(0).getRegion()).isEqualTo("Bretagne");
        assertThat(revisions())
                .containsExactly("Ericsson 2026-01-01T00:00:00Z null", "Nokia 1970-01-01T00:00:00Z null");
    }

    @Test
    void theValidFromOfAFormerRevisionCorrectsThatOne() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,2026-01-01T00:00:00Z,");
        loading.lines(HEADER, KEY + ",S1,Bretagne,Ericsson,2026-02-01T00:00:00Z,");

        loading.lines("cellKey,vendor,validFrom", KEY + ",Huawei,2026-01-01T00:00:00Z");

        assertThat(revisions())
                .containsExactly("Ericsson 2026-02-01T00:00:00Z null", "Huawei 2026-01-01T00:00:00Z null");
    }

    @Test
    void aRecordKeepsSixteenFormerRevisionsAndTakesNoneBeforeThem() {
        for (int day = 10; day < 30; day++) {
            loading.lines(HEADER, KEY + ",S" + day + ",Bretagne,Nokia,2026-01-" + day + "T00:00:00Z,");
        }

        assertThat(cell().getSite()).isEqualTo("S29");
        assertThat(cell().getPrevious()).hasSize(16).last().satisfies(oldest -> assertThat(oldest.getSite())
                .isEqualTo("S13"));
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,2026-01-01T00:00:00Z,");
        assertThat(loading.reasons()).containsExactly("2 validFrom is before the 17 revisions that a record keeps");
    }

    @Test
    void theSameKeyTwiceIsRejectedWithTheLineOfTheFirst() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", KEY + ",S2,Bretagne,Nokia,,");

        assertThat(loading.reasons()).containsExactly("3 cellKey is the key of line 2 already");
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndWritesNothing() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", "208-20-1-3,S1,Bretagne,Nokia,,");
        loading.write = false;
        loading.replace = true;

        TableSummary summary = loading.lines(HEADER, KEY + ",S1,Bretagne,Ericsson,,", "208-20-1-4,S1,Bretagne,Nokia,,");

        assertThat(loading.changes)
                .extracting(change -> change.kind() + " " + change.key())
                .containsExactly("CORRECTED 208-20-1-2", "ADDED 208-20-1-4", "DELETED 208-20-1-3");
        assertThat(summary.deleted()).isOne();
        assertThat(cell().getVendor()).isEqualTo("Nokia");
    }

    @Test
    void replacingDeletesWhatTheFilesLackUnlessARowIsRejected() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", "208-20-1-3,S1,Bretagne,Nokia,,");
        loading.replace = true;

        TableSummary bad = loading.lines(HEADER, "208-20-1-4,S1,Bretagne,Nokia,,", KEY + ",,Bretagne,Nokia,,");
        assertThat(bad.deleted()).isZero();
        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys(KEY, "208-20-1-3");

        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,");
        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys(KEY);
        loading.partial = true;
        assertThatThrownBy(() -> loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,"))
                .hasMessageContaining("--partial");
    }

    @Test
    void listedKeysAreDeleted() {
        loading.lines(HEADER, KEY + ",S1,Bretagne,Nokia,,", "208-20-1-3,S1,Bretagne,Nokia,,");
        loading.deleted = loading.file("# out of service\n" + KEY + "\n\n208-20-9-9\n");
        loading.deletedFrom = ReferenceTable.CELL;

        TableSummary summary = loading.files().get(0);

        assertThat(summary.deleted()).isOne();
        assertThat(summary.absent()).isOne();
        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys("208-20-1-3");
        loading.deleted = loading.file("208-20-1-3\nnonsense\n");
        loading.files();
        assertThat(loading.reasons()).hasSize(1).first().asString().startsWith("2 cellKey is not");
        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys("208-20-1-3");
    }

    @Test
    void aConstantHoldsInAllRowsAndContradictsNoColumn() {
        loading.constants = Map.of("relation", "HOME");
        loading.lines("plmn,name", "208-20,Bouygues Telecom");
        assertThat(loading.store
                        .get(Operator.class, ReferenceTable.OPERATOR, "208-20")
                        .getRelation())
                .isEqualTo(OperatorRelation.HOME);

        assertThatThrownBy(() -> loading.lines("plmn,name,relation", "208-20,Bouygues Telecom,HOME"))
                .hasMessageContaining("has a column for it");
        loading.constants = Map.of("colour", "red");
        assertThatThrownBy(() -> loading.lines("plmn,name", "208-20,Bouygues Telecom"))
                .hasMessageContaining("no such field");
    }

    @Test
    void everyTableComesBackFromItsExport() {
        String cells = "cellKey,site,region,vendor,name,latitude,validUntil\n" + KEY
                + ",S1,Bretagne,\"Nokia, Oyj\",\"a \"\"b\"\"\",48.25,2027-01-01T00:00:00Z\n";
        String works = "workId,objects,begin,end,zone\nW1,S1|S2,2026-11-20T22:00,2026-11-21T04:00,Europe/Paris\n";
        String devices = "tac,manufacturer,model,capabilities\n35104463,Apple,iPhone 13,GERAN|NR\n";
        loading.files(loading.file(cells), loading.file(works), loading.file(devices));
        assertThat(loading.reasons()).isEmpty();

        for (ReferenceTable table :
                List.of(ReferenceTable.CELL, ReferenceTable.PLANNED_WORK, ReferenceTable.DEVICE_TYPE)) {
            StringWriter text = new StringWriter();
            ReferenceExport export = new ReferenceExport(table, new PrintWriter(text));
            export.header();
            loading.store.table(table).values().forEach(export::line);

            TableSummary again = loading.files(loading.file(text.toString())).get(0);

            assertThat(loading.reasons()).isEmpty();
            assertThat(again.unchanged()).as(text.toString()).isOne();
        }
    }

    private Cell cell() {
        return loading.store.get(Cell.class, ReferenceTable.CELL, KEY);
    }

    private List<String> revisions() {
        List<Cell> all = new ArrayList<>(List.of(cell()));
        all.addAll(cell().getPrevious());
        return all.stream()
                .map(revision -> revision.getVendor() + " " + revision.getValidFrom() + " " + revision.getValidUntil())
                .toList();
    }
}
