package io.luxqoe.decoder.chf;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records of data sessions whose contents are damaged while their frames are whole, from a fixed seed. */
class DataRecordFuzzTest {
    private static final int INPUTS = Integer.getInteger("lux.fuzz.inputs", 20_000);

    private final Random random = new Random(20_261_120);
    private final RawDecoder decoder = TestRules.decoder("ps-cdr");
    private final List<byte[]> contents = List.of(pgw(0), pgw(3), chargingRecord());

    /** Content of a record of the sample, behind a header of 52 octets and CDR headers of five. */
    private static byte[] pgw(int number) {
        byte[] file = Samples.pgwFile();
        int at = 52;
        for (int i = 0; i < number; i++) {
            at += 5 + length(file, at);
        }
        byte[] record = Arrays.copyOfRange(file, at + 5, at + 5 + length(file, at));
        int lengthOctets = record[2] == (byte) 0x82 ? 3 : 2;
        return Arrays.copyOfRange(record, 2 + lengthOctets, record.length);
    }

    private static int length(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF);
    }

    private static byte[] chargingRecord() {
        byte[] network = Ber.primitive(0, "02F802");
        return Ber.concat(
                Ber.constructed(2, Ber.primitive(0, "01"), Ber.text(1, "imsi-208201234567890")),
                Ber.constructed(3, Ber.text(1, "smf"), Ber.constructed(2, Ber.text(2, "10.0.0.1")), network),
                Ber.constructed(
                        5,
                        Ber.universal(
                                0x30,
                                Ber.primitive(0, "01"),
                                Ber.constructed(
                                        1,
                                        Ber.universal(
                                                0x30,
                                                Ber.constructed(2, Ber.primitive(0, "0065")),
                                                Ber.primitive(4, "64"),
                                                Ber.constructed(
                                                        11,
                                                        Ber.constructed(4, Ber.primitive(1, "09")),
                                                        Ber.text(5, json())))))),
                Ber.primitive(6, Cdrs.TIME),
                Ber.constructed(
                        13,
                        Ber.constructed(1, Ber.text(1, "tel:+33612345678")),
                        Ber.constructed(2, Ber.primitive(1, "53039011111111F1")),
                        Ber.text(3, json()),
                        Ber.constructed(7, Ber.primitive(0, "01"), Ber.text(1, "00abcd")),
                        Ber.constructed(
                                35,
                                Ber.constructed(
                                        1,
                                        Ber.constructed(0, network, Ber.primitive(1, "000001")),
                                        Ber.constructed(1, network, Ber.text(1, "123456789"))))),
                Ber.text(16, "imsi-208201234567890smf0"));
    }

    private static String json() {
        return "{\"nrLocation\":{\"tai\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"93\"},\"tac\":\"000001\"},"
                + "\"ncgi\":{\"plmnId\":{\"mcc\":\"208\",\"mnc\":\"93\"},\"nrCellId\":\"000000010\"}}}";
    }

    @Test
    void noDamageGivesAnythingButAnEventOrATypedReject() {
        Set<RejectReason> seen = EnumSet.noneOf(RejectReason.class);
        int events = 0;
        for (int i = 0; i < INPUTS; i++) {
            int picked = random.nextInt(contents.size());
            byte[] content = contents.get(picked).clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(content.length);
                content[at] =
                        (byte) (random.nextBoolean() ? content[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
            }
            int tag = picked == 2 ? 200 : 78 + random.nextInt(2);
            CollectingSink sink = TestRules.decode(decoder, Ber.constructed(tag, content));

            assertThat(sink.events.size() + sink.rejects.size())
                    .as("input %d", i)
                    .isGreaterThan(0);
            events += sink.events.size();
            sink.rejects.forEach(reject -> seen.add(reject.reason()));
            sink.rejects.forEach(reject -> assertThat(reject.message()).doesNotContain("2820", "208201234567890"));
            sink.events.forEach(event -> assertThat(event.getRawOffset()).isNotNegative());
        }
        assertThat(events).isPositive();
        assertThat(seen).contains(RejectReason.BAD_VALUE, RejectReason.BAD_LENGTH, RejectReason.WRONG_FORM);
    }
}
