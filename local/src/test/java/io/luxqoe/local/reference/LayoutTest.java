package io.luxqoe.local.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.luxqoe.schemas.AccessPoint;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final String IMSI = "208201234567890";

    @TempDir
    private Path folder;

    private Loading loading = new Loading(Path.of(""));

    @BeforeEach
    void start() {
        loading = new Loading(folder);
    }

    @Test
    void openCellIdCellsHaveTheKeyThatCallDataRecordsCarry() {
        loading.constants = Map.of("site", "S1", "region", "Bretagne", "vendor", "Nokia");

        TableSummary summary = loading.lines(
                "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal",
                "UMTS,208,20,4660,5789816,0,-1.6778,48.1173,1000,7,1,1459813819,1459813819,0",
                "LTE,208,1,51,86618369,0,2.35,48.85,1000,7,1,1459813819,1459813819,0",
                "NR,310,26,70000,68719476735,0,2.35,48.85,1000,7,1,1459813819,1459813819,0",
                "CDMA,310,26,1,2,0,2.35,48.85,1000,7,1,1459813819,1459813819,0");

        assertThat(loading.reasons()).isEmpty();
        assertThat(loading.store.table(ReferenceTable.CELL))
                .containsOnlyKeys("208-20-4660-22648", "208-01-51-86618369", "310-026-70000-68719476735");
        assertThat(summary.passedOver()).isOne();
        Cell cell = loading.store.get(Cell.class, ReferenceTable.CELL, "208-20-4660-22648");
        assertThat(cell.getRadioTechnology()).isEqualTo(RadioTechnology.UTRAN);
        assertThat(cell.getLatitude()).isEqualTo(48.1173);
        assertThat(cell.getLongitude()).isEqualTo(-1.6778);
        assertThat(cell.getRegion()).isEqualTo("Bretagne");
    }

    @Test
    void openCellIdNeedsNoHeaderAndTakesTheRowsOfOneNetwork() {
        loading.constants = Map.of("site", "S1", "region", "Bretagne", "vendor", "Nokia");
        loading.only = Map.of("net", "20");

        TableSummary summary = loading.lines(
                "GSM,208,20,1,2,0,-1.6,48.1,1000,7,1,1459813819,1459813819,0",
                "GSM,208,10,1,2,0,-1.6,48.1,1000,7,1,1459813819,1459813819,0");

        assertThat(loading.store.table(ReferenceTable.CELL)).containsOnlyKeys("208-20-1-2");
        assertThat(summary.passedOver()).isOne();
    }

    @Test
    void whatOpenCellIdLacksIsKeptFromTheTable() {
        loading.lines(
                "cellKey,site,region,vendor,equipment,latitude,longitude",
                "208-20-1-2,S1,Bretagne,Nokia,BTS-1,48.0,-1.0");

        TableSummary summary = loading.lines(
                "radio;mcc;net;area;cell;lon;lat", "LTE;208;20;1;2;-1.0;48.5", "LTE;208;20;1;3;-1.0;48.5");

        assertThat(summary.changed()).isOne();
        assertThat(loading.reasons())
                .containsExactly("3 site is needed for a key that the table does not have yet: as a column, or --set"
                        + " site=…");
        loading.partial = true;
        loading.lines("radio;mcc;net;area;cell;lon;lat", "LTE;208;20;1;2;-1.0;48.5", "LTE;208;20;1;3;-1.0;48.5");
        Cell cell = loading.store.get(Cell.class, ReferenceTable.CELL, "208-20-1-2");
        assertThat(cell.getEquipment()).isEqualTo("BTS-1");
        assertThat(cell.getLatitude()).isEqualTo(48.5);
        assertThat(cell.getRadioTechnology()).isEqualTo(RadioTechnology.E_UTRAN);
    }

    @Test
    void osmocomsTableHasItsLicenceAboveAndTheModelUnderTheSecondName() {
        TableSummary summary = loading.lines(
                "Osmocom TAC database under CC-BY-SA v3.0 (c) Harald Welte 2016",
                "tac,name,name,contributor,comment,gsmarena,gsmarena,aka",
                "35104463,Apple,\"iPhone 13, 128 GB\",somebody,,,,",
                "3510446,Apple,iPhone,somebody,,,,");

        assertThat(loading.reasons()).containsExactly("4 tac is not a TAC of eight digits");
        assertThat(summary.added()).isOne();
        loading.partial = true;
        loading.lines("tac,name,model", "35104463,Apple,iPhone 13");
        DeviceType device = loading.store.get(DeviceType.class, ReferenceTable.DEVICE_TYPE, "35104463");
        assertThat(device.getManufacturer()).isEqualTo("Apple");
        assertThat(device.getModel()).isEqualTo("iPhone 13");
    }

    @Test
    void thePublicListOfOperatorsIsTakenAsItIs() {
        Path list = Path.of(System.getProperty("lux.samples", "samples"), "reference", "mcc-mnc-fr-test.json");
        assumeThat(list)
                .as("no samples at %s (system property lux.samples): the list of operators is not tried", list)
                .exists();
        loading.constants = Map.of("relation", "other");

        TableSummary summary = loading.files(list).get(0);

        assertThat(loading.reasons()).isEmpty();
        assertThat(summary.added() + summary.passedOver()).isEqualTo(98);
        Operator orange = loading.store.get(Operator.class, ReferenceTable.OPERATOR, "208-01");
        assertThat(orange.getName()).isEqualTo("Orange");
        assertThat(orange.getCountry()).isEqualTo("FR");
        assertThat(orange.getRelation()).isEqualTo(OperatorRelation.OTHER);
        assertThat(loading.store.table(ReferenceTable.OPERATOR)).containsKeys("001-001", "001-01", "208-500");
        assertThat(loading.store
                        .get(Operator.class, ReferenceTable.OPERATOR, "340-01")
                        .getCountry())
                .isNull();
    }

    @Test
    void aListOfOperatorsMayBeCsv() {
        loading.lines(
                "MCC,MCC (int),MNC,MNC (int),ISO,Country,Country Code,Network",
                "208,520,20,33,fr,France,33,Bouygues Telecom",
                "208,520,20,33,mc,Monaco,377,Bouygues Telecom");

        Operator operator = loading.store.get(Operator.class, ReferenceTable.OPERATOR, "208-20");
        assertThat(operator.getName()).isEqualTo("Bouygues Telecom");
        assertThat(operator.getCountry()).isEqualTo("FR");
    }

    @Test
    void oneTableAfterTheOtherIsRecognisedByItsColumns() {
        loading.files(
                loading.file("scheme,code,label,causeClass,responsibility\nQ850,17,user busy,user,USER\n"),
                loading.file("digits;prefix;numberClass;name\n+\n".replace("+\n", "11;true;service;Short \"codes\"\n")),
                loading.file("accessPointName,category\nInternet.Example,internet\n"),
                loading.file("sourceId,vendor,release,zone,usualIntervalMs\nmsc-1,Nokia,R1,Europe/Paris,30000\n"));

        assertThat(loading.reasons()).isEmpty();
        assertThat(loading.store
                        .get(CauseReference.class, ReferenceTable.CAUSE, "Q850:17")
                        .getCauseClass())
                .isEqualTo(CauseClass.USER);
        assertThat(loading.store
                        .get(DialledNumber.class, ReferenceTable.DIALLED_NUMBER, "11")
                        .getPrefix())
                .isTrue();
        assertThat(loading.store
                        .get(AccessPoint.class, ReferenceTable.ACCESS_POINT, "internet.example")
                        .getAccessPointName())
                .isEqualTo("internet.example");
        assertThat(loading.store
                        .get(Source.class, ReferenceTable.SOURCE, "msc-1")
                        .getUsualIntervalMs())
                .isEqualTo(30_000);
    }

    @Test
    void aByteOrderMarkAndQuotedLineBreaksAreNoPartOfTheNames() {
        loading.lines(
                "\uFEFFworkId;objects;begin;end;zone;description",
                "W1;S1 | S2;2026-11-20 22:00;2026-11-21" + " 04:00;Europe/Paris;\"replaces; an \"\"antenna\"\"\"");

        PlannedWork work = loading.store.get(PlannedWork.class, ReferenceTable.PLANNED_WORK, "W1");
        assertThat(loading.reasons()).isEmpty();
        assertThat(work.getObjects()).containsExactly("S1", "S2");
        assertThat(work.getBegin()).isEqualTo(Instant.parse("2026-11-20T21:00:00Z"));
        assertThat(work.getDescription()).isEqualTo("replaces; an \"antenna\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-29T02:30 | 2026-03-29T08:00 | begin does not exist in Europe/Paris: the clocks go forward over"
                        + " it; give its offset",
                "2026-10-25T02:30 | 2026-10-25T08:00 | begin exists twice in Europe/Paris: the clocks go back over it;"
                        + " give its offset, +02:00 or +01:00",
                "2026-10-25T02:30+01:00 | 2026-10-25T02:30+02:00 | end is not after the begin",
                "tomorrow | 2026-10-25T08:00 | begin is not a time of ISO 8601, such as 2026-11-20T01:00+01:00"
            })
    void aLocalTimeMustBeOneInstant(String begin, String end, String reason) {
        loading.lines("workId,objects,begin,end,zone", "W1,S1," + begin + "," + end + ",Europe/Paris");

        assertThat(loading.reasons()).containsExactly("2 " + reason);
    }

    @Test
    void theOffsetSaysWhichOfTwoTimesIsMeant() {
        loading.lines(
                "workId,objects,begin,end,zone", "W1,S1,2026-10-25T02:30+02:00,2026-10-25T02:30+01:00,Europe/Paris");

        PlannedWork work = loading.store.get(PlannedWork.class, ReferenceTable.PLANNED_WORK, "W1");
        assertThat(work.getBegin()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(work.getEnd()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void subscribersAreKeyedByThePseudonymOfTheirImsi() {
        loading.pseudonyms = imsi -> "p".repeat(22 - 15) + new StringBuilder(imsi).reverse();

        loading.lines("imsi,segment,homeRegion", IMSI + ",gold,Bretagne", "12345,gold,Bretagne", IMSI + ",gold,");

        assertThat(loading.reasons())
                .containsExactly("3 imsi is not 6 to 15 digits", "4 pseudonym is the key of line 2 already")
                .noneMatch(reason -> reason.contains(IMSI));
        assertThat(loading.changes).hasSize(1);
        loading.partial = true;
        loading.lines("imsi,segment", IMSI + ",gold");
        assertThat(loading.store.table(ReferenceTable.SUBSCRIBER))
                .containsOnlyKeys("ppppppp098765432102802")
                .allSatisfy(
                        (key, subscriber) -> assertThat(subscriber.toString()).doesNotContain(IMSI));
        assertThat(loading.store
                        .get(Subscriber.class, ReferenceTable.SUBSCRIBER, "ppppppp098765432102802")
                        .getSegment())
                .isEqualTo("gold");
    }

    @Test
    void anImsiIsTakenForNoPseudonymAndInNoHeader() {
        loading.lines("pseudonym,segment", IMSI + ",gold");
        assertThat(loading.reasons())
                .containsExactly("2 pseudonym is not a pseudonym: 22 characters as the decoder writes them");

        assertThatThrownBy(() -> loading.lines("imsi,segment", IMSI + ",gold"))
                .isInstanceOf(ReferenceFileException.class)
                .hasMessageContaining("--key-file must name");
        loading.layout = "subscriber";
        assertThatThrownBy(() -> loading.lines("pseudonym," + IMSI, "x,gold"))
                .isInstanceOf(ReferenceFileException.class)
                .hasMessageContaining("has a column number 2 that the layout subscriber does not know")
                .hasMessageNotContaining(IMSI);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cellKey,site,colour | has a column 'colour' that the layout cell does not know; it knows cellKey, name",
                "cellKey,site,site | has the field site twice",
                "city,country | has the columns of no layout; name it with --layout",
                "radio,mcc,net,area,cell,colour | has a column 'colour' that the layout opencellid does not know",
                "cellKey,previous | has a column 'previous'"
            })
    void aHeaderThatIsNoneIsNamed(String header, String message) {
        assertThatThrownBy(() -> loading.lines(header, header))
                .isInstanceOf(ReferenceFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoTextOrNoTableEndsTheLoad() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin"), "plmn,name\n208-20,T\u00e9l\u00e9com\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> loading.files(latin)).hasMessageContaining("is not UTF-8 text at line");
        assertThatThrownBy(() -> loading.lines("plmn,name", "208-20,\"" + "x".repeat(300_000)))
                .isInstanceOf(ReferenceFileException.class)
                .hasMessageContaining("a quote without its end");
        assertThatThrownBy(() -> loading.lines("[{\"mcc\":\"208\",\"mnc\":{}}]"))
                .isInstanceOf(ReferenceFileException.class)
                .hasMessageContaining("no array of flat objects at line 1");
        assertThatThrownBy(() -> loading.lines("[{\"mcc\":\"208\",")).isInstanceOf(ReferenceFileException.class);
        assertThatThrownBy(() -> loading.lines("plmn,name")).hasMessageContaining("has no rows");
        assertThatThrownBy(() -> loading.files(folder.resolve("none"))).hasMessageContaining("There is no file");
    }

    @Test
    void theExamplesOfTheDocumentationAreGood() throws IOException {
        Path document = Path.of(System.getProperty("lux.home", ".."), "docs", "enrichment.md");
        int examples = 0;
        for (String line : Files.readAllLines(document)) {
            Matcher example =
                    Pattern.compile("\\| `([a-z-]+)` \\| .* \\| (`.*`) \\|").matcher(line);
            if (!example.matches() || !ReferenceLoad.layouts().contains(example.group(1))) {
                continue;
            }
            examples++;
            String[] rows =
                    example.group(2).replace("`", "").replace("\\|", "|").split("<br>");
            boolean cells = example.group(1).equals("opencellid");
            loading.constants = cells ? Map.of("site", "S1", "region", "Bretagne", "vendor", "Nokia") : Map.of();
            loading.pseudonyms = imsi -> "p".repeat(22);
            TableSummary summary = loading.lines(rows[0], rows[1]);
            assertThat(loading.reasons()).as(line).isEmpty();
            assertThat(summary.added()).as(line).isOne();
            loading.store.table(summary.table()).clear();
        }
        assertThat(examples).isEqualTo(14);
    }

    @Test
    void theTablesThatComeWithLuxAreTakenWhole() {
        Path tables = Path.of(System.getProperty("lux.home", ".."), "reference");

        List<TableSummary> summaries =
                loading.files(tables.resolve("cause.csv"), tables.resolve("dialled-number-fr.csv"));

        assertThat(loading.reasons()).isEmpty();
        assertThat(summaries)
                .extracting(TableSummary::table)
                .containsExactlyInAnyOrder(ReferenceTable.CAUSE, ReferenceTable.DIALLED_NUMBER);
        assertThat(loading.store.table(ReferenceTable.CAUSE))
                .hasSizeGreaterThan(200)
                .containsKey("SIP:486");
        assertThat(loading.store.table(ReferenceTable.DIALLED_NUMBER)).containsKeys("112", "0049");
    }
}
