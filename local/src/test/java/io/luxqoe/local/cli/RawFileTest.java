package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.DecodeFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "MSC-PARIS-1_-_0042.20261120_-_1430+0100.cdr,MSC-PARIS-1",
        "MSC-PARIS-1_-_0042.20261120_-_1430+0100,MSC-PARIS-1",
        "node_-_x_-_7.20261120_-_1430-0500.private.ber,node_-_x",
        "sigscale-cs-ts32297.cdr,sigscale-cs-ts32297",
        "plain,plain",
        ".hidden,.hidden",
        "a.b.c,a.b"
    })
    void theSourceIsTheNodeOfAStandardNameElseTheNameWithoutItsEnding(String name, String source) {
        assertThat(RawFile.source(Path.of("/data", name))).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "x.cdr,CS_CDR",
        "x,CS_CDR",
        "x.PS,PS_CDR",
        "x.ims,IMS_CDR",
        "x.cmcd,CMCD",
        "x.log,CMCD",
        "x.txt,CMCD",
        "x.csv,DATA_USAGE"
    })
    void withoutContentTheFormatIsThatOfTheEnding(String name, RawFormat format) {
        assertThat(RawFormat.of(Path.of(name))).isEqualTo(format);
    }

    @Test
    void theFormatIsThatOfTheContentIfItTells() throws IOException {
        byte[] gatewayRecord = HexFormat.of().parseHex("BF4F0D8001558308" + "02281032547698F0");
        byte[] vendorFile = HexFormat.of().parseHex("3002A000");

        assertThat(RawFormat.of(Files.write(folder.resolve("x.cdr"), gatewayRecord)))
                .isEqualTo(RawFormat.PS_CDR);
        assertThat(RawFormat.of(Files.write(folder.resolve("x.dat"), vendorFile)))
                .isEqualTo(RawFormat.HUAWEI_CS_CDR);
        assertThat(RawFormat.of(Files.write(folder.resolve("x.ps"), new byte[100])))
                .isEqualTo(RawFormat.PS_CDR);
    }

    @Test
    void aRecordNamesItsFormatWhereItsTopicIsAnotherOnes() {
        assertThat(RawFormat.HUAWEI_CS_CDR.headers()).isEqualTo(Map.of("lux-format", "huawei-cs-cdr"));
        assertThat(RawFormat.values())
                .filteredOn(format -> format != RawFormat.HUAWEI_CS_CDR)
                .allSatisfy(format -> assertThat(format.headers()).isEmpty());
    }

    @Test
    void everyFormatThatTheDecoderReadsCanBeSent() {
        assertThat(RawFormat.values()).extracting(RawFormat::toString).containsAll(DecodeFile.formats());
    }

    @Test
    void aFileOfSixteenMebibytesGoesAndOneOctetMoreDoesNot() throws IOException {
        Path file = folder.resolve("large.cdr");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(16 * 1024 * 1024);
            assertThatCode(() -> RawFile.check(file)).doesNotThrowAnyException();
            sparse.setLength(16 * 1024 * 1024 + 1);
        }

        assertThatThrownBy(() -> RawFile.check(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("16,777,217 octets")
                .hasMessageContaining("16 MiB");
    }

    @Test
    void anEmptyFileIsAnEmptyRecord() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.cdr"));

        RawFile.check(file);

        assertThat(RawFile.octets(file)).isEmpty();
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> RawFile.check(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> RawFile.check(folder.resolve("none"))).hasMessageContaining("There is no file");
    }
}
