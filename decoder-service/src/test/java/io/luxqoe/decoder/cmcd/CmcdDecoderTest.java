package io.luxqoe.decoder.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.decoder.samples.Texts;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VideoReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmcdDecoderTest {
    private final RawDecoder decoder = TestRules.decoder("cmcd");

    @Test
    void aReportOfEventModeFillsEveryFieldItHas() {
        NetworkEvent event =
                only("ab=(9000),bg,bl=(21300;v 15000;a),br=(5000;v 320;a),bs,bsa=(2;v 1;a),bsd=(500;v 700;v 90;a),"
                        + "bsda=(1200;v),cdn=\"cdn-a\",cid=\"content\",com.example-plan=gold,d=4004,dfa=12,e=t,ltc=3100,msd=1240,"
                        + "mtp=(25400;v),ot=v,pb=(4800;v),pr=1.08,pt=61000,sf=h,sid=\"6e2fb550-c457\",sn=17,st=ll,sta=p,su,"
                        + "tb=(8000;v 640;a),tbl=(30000;v),ts=1700000000123,v=2");
        VideoReport report = report(event);

        assertThat(event.getService()).isEqualTo(ServiceType.VIDEO);
        assertThat(event.getRecordType()).isEqualTo(RecordType.CMCD);
        assertThat(event.getEventTime()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(event.getOutcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(report.getMode()).isEqualTo(CmcdMode.EVENT);
        assertThat(report.getVersion()).isEqualTo(2);
        assertThat(report.getSessionId()).isEqualTo("6e2fb550-c457");
        assertThat(report.getContentId()).isEqualTo("content");
        assertThat(report.getSequenceNumber()).isEqualTo(17);
        assertThat(report.getEvent()).isEqualTo("t");
        assertThat(report.getPlayState()).isEqualTo("p");
        assertThat(report.getStreamingFormat()).isEqualTo("h");
        assertThat(report.getStreamType()).isEqualTo("ll");
        assertThat(report.getObjectType()).isEqualTo("v");
        assertThat(report.getEncodedBitrateKbps()).isEqualTo(5000);
        assertThat(report.getPlayheadBitrateKbps()).isEqualTo(4800);
        assertThat(report.getTopBitrateKbps()).isEqualTo(8000);
        assertThat(report.getMeasuredThroughputKbps()).isEqualTo(25_400);
        assertThat(report.getBufferLengthMs()).isEqualTo(21_300);
        assertThat(report.getObjectDurationMs()).isEqualTo(4004);
        assertThat(report.getMediaStartDelayMs()).isEqualTo(1240);
        assertThat(report.getBufferStarvationDurationMs()).isEqualTo(1200);
        assertThat(report.getBufferStarvations()).isEqualTo(2);
        assertThat(report.getBufferStarvationTotalMs()).isEqualTo(1200);
        assertThat(report.getBufferStarved()).isTrue();
        assertThat(report.getStartup()).isTrue();
        assertThat(report.getBackgrounded()).isTrue();
        assertThat(report.getPlaybackRate()).isEqualTo(1.08);
        assertThat(report.getLiveLatencyMs()).isEqualTo(3100);
        assertThat(report.getDroppedFrames()).isEqualTo(12);
        assertThat(report.getCdn()).isEqualTo("cdn-a");
        assertThat(report.getAttributes())
                .containsEntry("ab", "(9000)")
                .containsEntry("br", "(5000;v 320;a)")
                .containsEntry("bsd", "(500;v 700;v 90;a)")
                .containsEntry("pt", "61000")
                .containsEntry("tbl", "(30000;v)")
                .containsEntry("com.example-plan", "gold")
                .doesNotContainKeys("sid", "su", "ts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br=(5000;v 320;a)              | 5000",
                "br=(320;a 5000;v)              | 5000",
                "br=(5000;v 320;a),ot=a         | 320",
                "br=(320;a 4800;av)             | 4800",
                "br=(320;a 700)                 | 700",
                "br=(320;a)                     | 320",
                "br=(320)                       | 320",
                "br=( 320.5;a , 4800.25;v;x=1 ) | 4800.25",
                "br=3200                        | 3200",
                "br=3200;v                      | 3200",
                "br=\"3200\"                    | 3200",
                "br=3.2e3                       | 3200",
                "br=14922.982                   | 14922.982",
                "br=25777.859000000033          | 25777.859000000033",
                "br=0.30000000000000004         | 0.30000000000000004",
                "br=+7                          | 7",
                "br=1,br=2                      | 2",
                "br=x,br=2                      | 2",
                "br=00000000000000000000003     | 3",
            })
    void theNumberThatDescribesTheObjectIsTaken(String text, double expected) {
        assertThat(report(only(text)).getEncodedBitrateKbps()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"br=", "br=null", "br=undefined", "br=NaN", "br=()", "br=(NaN;v)", "br=Infinity", "br=\"\""})
    void whatPlayersWriteForNoNumberIsNone(String text) {
        VideoReport report = report(only(text + ",sid=\"s\""));

        assertThat(report.getEncodedBitrateKbps()).isNull();
        assertThat(report.getSessionId()).isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu",
                "CMCD=bl%3d4000%2csid%3d%22a%20b%22%2csu",
                "CMCD=bl=4000,sid=%22a+b%22,su",
                "CMCD=bl=4000,sid=\"a b\",su",
                "CMCD=bl%253D4000%252Csid%253D%2522a%2520b%2522%252Csu",
                "CMCD=bl=4000,sid=%2522a%2520b%2522,su",
                "CMCD=su, sid=\"a b\", bl=4000",
                "https://h.example:8443/x.mp4?CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu",
                "https://h.example/x.mp4?a=b&CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu&c=d,sid=%22z%22",
                "https://h.example/x.mp4?CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu#t=1",
                "https%3A%2F%2Fh.example%2Fx%3Fz%3D1%26CMCD%3Dbl%253D4000%252Csid%253D%2522a%2520b%2522%252Csu%26c%3Dd",
                "{\"request\":\"GET /x?CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu HTTP/2\",\"ts\":\"now\"}",
                "{\"uri\":\"/x?CMCD=bl%3D4000%2Csid%3D%22a%20b%22%2Csu\\u0026c=d\",\"status\":200}",
                "1.2.3.4 - - \"GET /x?CMCD=bl=4000,sid=\\x22a b\\x22,su HTTP/1.1\" 200 1 \"https://ref/?CMCD=bl%3D1\"",
                "2023-10-10\t11:55:36\tPAR\t-\tCMCD=bl%253D4000%252Csid%253D%2522a%252520b%2522%252Csu\t-",
            })
    void theQueryIsReadHoweverItIsWritten(String line) {
        VideoReport report = report(only(line));

        assertThat(report.getMode()).isEqualTo(CmcdMode.QUERY);
        assertThat(report.getBufferLengthMs()).isEqualTo(4000);
        assertThat(report.getSessionId()).isIn("a b", "a%20b");
        assertThat(report.getStartup()).isTrue();
        assertThat(report.getRequestedHost()).isEqualTo(line.startsWith("https:") ? "h.example" : null);
        assertThat(report.getAttributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CMCD-Object: br=3200,ot=v\nCMCD-Request: bl=4000\nCMCD-Session: sid=\"s\",st=v\nCMCD-Status: bs",
                "cmcd-object:br=3200\r\nCMCD-SESSION: st=v,ot=v,bl=4000,bs\r\nCmcd-Session: sid=\"s\"\r\n",
                ":method: GET\n:path: /x\ncmcd-status: br=3200,ot=v,bl=4000,sid=\"s\",st=v,bs\n",
                "GET /x HTTP/1.1\nX-A: b\nCMCD-Object: br=3200,ot=v\nReferer: https://r/?CMCD=br%3D1\nCMCD-Session: sid=\"s\",st=v,bl=4000,bs",
                "CMCD-Object: br=3200,ot=v CMCD-Request: bl=4000 CMCD-Session: sid=\"s\",st=v CMCD-Status: bs",
                "10.0.0.1 \"CMCD-Object: br=3200,ot=v\" \"CMCD-Request: bl=4000\" \"CMCD-Session: sid=\\\"s\\\",st=v\" \"CMCD-Status: bs\" 200",
                "10.0.0.1 cmcd_object=\"br=3200,ot=v\" cmcd_request=\"bl=4000\" cmcd_session=\"sid=\\x22s\\x22,st=v\" cmcd_status=\"bs\" 200",
                "10.0.0.1 | CMCD-Object=br=3200,ot=v | CMCD-Request=bl=4000 | CMCD-Session=sid=\"s\",st=v | CMCD-Status=bs",
                "10.0.0.1 \"CMCD-Object: br=3200,ot=v\" \"CMCD-Request: bl=4000\" \"CMCD-Session: sid=\"s\",st=v\" \"CMCD-Status: bs\" 200",
                "{\"time\":\"x\",\"cmcd-object\":\"br=3200,ot=v\",\"CMCD-Request\": \"bl=4000\",\"cmcd-session\":\"sid=\\\"s\\\",st=v\",\"cmcd-status\":\"bs\"}",
            })
    void headersAreReadHoweverTheyAreShardedAndLogged(String text) {
        VideoReport report = report(only(text));

        assertThat(report.getMode()).isEqualTo(CmcdMode.HEADER);
        assertThat(report.getEncodedBitrateKbps()).isEqualTo(3200);
        assertThat(report.getObjectType()).isEqualTo("v");
        assertThat(report.getBufferLengthMs()).isEqualTo(4000);
        assertThat(report.getSessionId()).isEqualTo("s");
        assertThat(report.getStreamType()).isEqualTo("v");
        assertThat(report.getBufferStarved()).isTrue();
    }

    @Test
    void aRequestLineOnlyCarriesItsQueryAndTheHostIsTheHeaders() {
        CollectingSink sink = decode(
                """
                GET /1?CMCD=sid%3D%22s%22 HTTP/1.1
                Host: cdn.example:443
                Accept: */*

                GET https://other.example/2?CMCD=sid%3D%22s%22 HTTP/1.1
                GET /3?CMCD=sid%3D%22s%22 HTTP/1.1
                """);

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events)
                .extracting(event -> report(event).getRequestedHost())
                .containsExactly("cdn.example", "other.example", null);
        assertThat(sink.events).extracting(event -> report(event).getMode()).containsOnly(CmcdMode.QUERY);
    }

    @Test
    void aRequestWithoutCmcdIsOneRejectUnlessItAnnouncesABodyOfReports() {
        CollectingSink sink = decode(
                """
                GET /1 HTTP/1.1
                Host: cdn.example

                POST /cmcd HTTP/1.1
                Content-Type: application/cmcd

                e=ps,sid="s",sta=p,ts=1700000000000,v=2
                """);

        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.MISSING_FIELD);
        assertThat(sink.events).hasSize(1);
    }

    @Test
    void jsonIsReadInAnyShape() {
        CollectingSink sink = decode(
                """
                [{"sid":"a","br":[{"value":5000,"params":{"v":true}},{"value":320,"params":{"a":true}}]},{"sid":"b","br":[5000]},
                 {"sid":"c","br":{"v":5000,"a":320}}
                ]
                {
                  "sid": "d",
                  "br": "(5000;v 320;a)",
                  "nor": [{"value": "..%2Fx.m4s", "params": {"r": "0-99"}}],
                  "su": false, "bs": null, "no key": {"a": 1}
                }
                {"sid":"e","br":"5000"} , {"sid":"\\u0066\\ud83d\\ude00","br":5e3}""");

        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events)
                .extracting(event -> report(event).getSessionId())
                .containsExactly("a", "b", "c", "d", "e", "f\uD83D\uDE00");
        assertThat(sink.events)
                .extracting(event -> report(event).getEncodedBitrateKbps())
                .containsOnly(5000.0);
        assertThat(sink.events).extracting(event -> report(event).getMode()).containsOnly(CmcdMode.JSON);
        assertThat(report(sink.events.get(3)).getAttributes())
                .containsEntry("nor", "(\"../x.m4s\";r=\"0-99\")")
                .containsEntry("br", "(5000;v 320;a)");
        assertThat(report(sink.events.get(3)).getStartup()).isFalse();
    }

    @Test
    void jsonOfWritersThatKnowItByHalfIsRead() {
        VideoReport report = report(
                only("{\"sid\":\"a\\-b\",\"br\":+05.,\"bl\":.5,\"mtp\":NaN,\"com.example-a\":[1,\"\\ud83d\",],}"));

        assertThat(report.getSessionId()).isEqualTo("a-b");
        assertThat(report.getEncodedBitrateKbps()).isEqualTo(5);
        assertThat(report.getBufferLengthMs()).isEqualTo(0.5);
        assertThat(report.getMeasuredThroughputKbps()).isNull();
        assertThat(report.getAttributes()).containsEntry("com.example-a", "(1 \"\uFFFD\")");
    }

    @Test
    void octetsThatAreNoCharacterCostNoReport() {
        byte[] octets = "{\"sid\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(TestRules.decode(decoder, octets).events)
                .extracting(event -> report(event).getSessionId())
                .containsExactly("caf\uFFFD");
    }

    @Test
    void noMessageQuotesWhatIsNoJson() {
        for (String value : List.of("ZQXJ", "\"ZQXJ\" ZQXJ", "[ZQXJ", "\"\\uZQXJ\"", "1ZQXJ", "{\"ZQXJ\":ZQXJ}")) {
            assertThat(decode("{\"sid\":\"ZQXJ\",\"ZQXJ\":" + value + "}").rejects)
                    .singleElement()
                    .satisfies(reject ->
                            assertThat(reject.message()).doesNotContain("Z").doesNotContain("Q"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e=e,ec=(\"404\" \"x\")|FAILURE",
                "e=ps,sta=f|FAILURE",
                "e=ps,sta=e|SUCCESS",
                "e=ps,sta=q|PARTIAL",
                "e=t,sta=r|PARTIAL",
                "br=1|PARTIAL"
            })
    void anErrorIsAFailureAndAnEndASuccess(String line, Outcome expected) {
        assertThat(only(line).getOutcome()).isEqualTo(expected);
    }

    @Test
    void theUrlOfAResponseMayHoldTheQueryOfAnotherReport() {
        VideoReport report =
                report(only("e=rr,rc=200,sid=\"s\",url=\"https://cdn.example/1?CMCD=bl%3D1\",ts=1700000000000,v=2"));

        assertThat(report.getMode()).isEqualTo(CmcdMode.EVENT);
        assertThat(report.getSessionId()).isEqualTo("s");
        assertThat(report.getBufferLengthMs()).isNull();
        assertThat(report(only("ts=1 url=\"/1?CMCD=bl%3D1\"")).getBufferLengthMs())
                .isEqualTo(1);
    }

    @Test
    void errorCodesAreAListOrOne() {
        assertThat(report(only("e=e,ec=(\"404\" \"net;x\";p)")).getErrorCodes()).containsExactly("404", "net;x");
        assertThat(report(only("e=e,ec=\"404\"")).getErrorCodes()).containsExactly("404");
        assertThat(report(only("e=e,ec=\"no such user: alice@example.com\"")).getErrorCodes())
                .containsExactly("(withheld)");
        assertThat(report(only("e=e")).getErrorCodes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CMCD=su,ts=1700000000123|2023-11-14T22:13:20.123Z",
                "2023-10-10T13:55:36.5+02:00 GET /x?CMCD=su|2023-10-10T11:55:36.500Z",
                "2023-10-10 11:55:36 /x?CMCD=su|2023-10-10T11:55:36Z",
                "1696938936.250 h /x?CMCD=su|2023-10-10T11:55:36.250Z",
                "1696938936250 /x?CMCD=su|2023-10-10T11:55:36.250Z",
                "[10/Oct/2023:13:55:36 +0200] /x?CMCD=su|2023-10-10T11:55:36Z",
                "h - - [10/Oct/2023:13:55:36 +0200] \"GET /x?CMCD=su HTTP/1.1\"|2023-10-10T11:55:36Z",
                "h [2023-10-10T13:55:36+02:00] /x?CMCD=su|2023-10-10T11:55:36Z",
                "2023-10-10T11:55:36Z e=ps,sta=p|2023-10-10T11:55:36Z",
                "h [99/Oct/2023:13:55:36 +0200] /x?CMCD=su|2023-10-10T12:00:00Z",
                "CMCD=su|2023-10-10T12:00:00Z"
            })
    void theTimeIsThePlayersElseTheLogsElseThatOfReceiving(String line, Instant expected) {
        CollectingSink sink = new CollectingSink();
        long receivedAt = Instant.parse(
                        expected.toEpochMilli() > 1_699_000_000_000L ? "2023-11-14T22:13:21Z" : "2023-10-10T12:00:00Z")
                .toEpochMilli();
        decoder.decode(
                new RawInput(new SourceSettings("cdn"), line.getBytes(StandardCharsets.UTF_8), receivedAt), sink);

        assertThat(sink.events).extracting(NetworkEvent::getEventTime).containsExactly(expected);
    }

    @Test
    void aReportWithoutAnyTimeIsOf1970WhereNothingReceivedIt() {
        assertThat(only("CMCD=su").getEventTime()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aBrokenClockIsRefused() {
        CollectingSink sink = new CollectingSink();
        byte[] line = "e=t,sta=p,ts=1900000000000".getBytes(StandardCharsets.UTF_8);
        decoder.decode(new RawInput(new SourceSettings("cdn"), line, 1_700_000_000_000L), sink);

        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.EVENT_TIME_IN_FUTURE);
    }

    @Test
    void ofAUrlNeitherUserNorQueryIsKept() {
        VideoReport report = report(only(
                "e=rr,nor=(\"../a.m4s?token=1\";r=\"0-9\" \"b.m4s#f\"),cid=\"https://u:p@x/y?t=1\",com.example-u=\"https://u@h/p;s=1?q\","
                        + "rc=200,ttfb=12,url=\"https://alice:secret@cdn.example:443/v/1.m4s?sig=abc\",v=2"));

        assertThat(report.getRequestedHost()).isEqualTo("cdn.example");
        assertThat(report.getContentId()).isEqualTo("https://x/y");
        assertThat(report.getAttributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "nor", "(\"../a.m4s\";r=\"0-9\" \"b.m4s\")",
                        "com.example-u", "https://h/p",
                        "rc", "200",
                        "ttfb", "12",
                        "url", "https://cdn.example:443/v/1.m4s"));
        assertThat(report(only("nor=\"..%252Fa.m4s%253Ftoken%253D1\"")).getAttributes())
                .containsExactly(Map.entry("nor", "../a.m4s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.com",
                "+33612345678",
                "33612345678",
                "208201234567890",
                "35-209900-176148-1",
                "192.0.2.7",
                "2001:db8::1:2",
                "sip:alice@example.com",
                "tel:+33612345678",
                "imsi-208201234567890",
                "line of +33 6 12 34 56 78"
            })
    void aCustomKeyKeepsNobodysIdentity(String identity) {
        assertThat(report(only("sid=\"s\",com.example-user=\"" + identity + "\""))
                        .getAttributes())
                .containsExactly(Map.entry("com.example-user", "(withheld)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "33612345678", "user-33612345678", "imsi/208201234567890"})
    void aSessionThatIsNamedForAPersonIsOneUnderItsPseudonym(String identity) {
        String session = report(only("sn=1,sid=\"" + identity + "\"")).getSessionId();

        assertThat(session).hasSize(22);
        assertThat(report(only("sn=2,sid=\"" + identity + "\"")).getSessionId()).isEqualTo(session);
        assertThat(report(only("sn=2,sid=\"x" + identity + "\"")).getSessionId())
                .isNotEqualTo(session);
    }

    @Test
    void aSessionThatIsNamedForNobodyKeepsItsName() {
        String name = "6e2fb550-c457-11e9-bb97-0800200c9a66";

        assertThat(report(only("sid=\"" + name + "\"")).getSessionId()).isEqualTo(name);
    }

    @Test
    void aMailAddressIsNoContent() {
        assertThat(report(only("su,cid=\"alice@example.com\"")).getContentId()).isEqualTo("(withheld)");
    }

    @Test
    void aCustomKeyIsKeptAsItIsWrittenUpToItsLimit() {
        assertThat(report(only(
                                "bs,com.example-a=b,com.example-b,com.example-C=\"q\\\"\\\\,r\",com.example-n=1234,x-l=(a \"b\";c=1),com.example-z="
                                        + "z".repeat(300)))
                        .getAttributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "com.example-a", "b",
                        "com.example-b", "?1",
                        "com.example-C", "q\"\\,r",
                        "com.example-n", "1234",
                        "x-l", "(a \"b\";c=1)",
                        "com.example-z", "z".repeat(256)));
    }

    @Test
    void theAddressOfTheClientIsNotKept() {
        assertThat(only("192.0.2.7 - alice [10/Oct/2023:13:55:36 +0200] \"GET /x?CMCD=su HTTP/1.1\" 200 5")
                        .toString())
                .doesNotContain("192.0.2.7")
                .doesNotContain("alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br=fast,su|BAD_VALUE|br",
                "br=-5|BAD_VALUE|br",
                "br=1e999|BAD_VALUE|br",
                "br|BAD_VALUE|br",
                "br=(5000;v|BAD_VALUE|br",
                "sid=\"abc|BAD_VALUE|sid",
                "sid=\"abc\"d|BAD_VALUE|sid",
                "sn=1.5|BAD_VALUE|sn",
                "sn=1000000000000000|BAD_VALUE|sn",
                "sid=\"s\",ts=yesterday|BAD_VALUE|ts",
                "sid=\"s\",v=0|BAD_VALUE|v",
                "bs=maybe|BAD_VALUE|bs",
                "ot=a/b|BAD_VALUE|ot",
                "ot=abcdefghijklmnopq|BAD_LENGTH|ot",
                "sid=\"s\",=3|BAD_VALUE|",
                "sid=\"s\",com.example-a=\"b|BAD_VALUE|custom key",
                "Adaptive Video Streaming Service by www.example.com|UNRECOGNISED_OCTETS|",
                "lower=1,case=2|UNRECOGNISED_OCTETS|",
                "CMCD=|MISSING_FIELD|",
                "{\"level\":\"info\"}|UNRECOGNISED_OCTETS|",
                "{\"sid\":\"s\"|UNRECOGNISED_OCTETS|",
                "{\"sid\":\"s\",\"br\":[[1]]}|NESTED_TOO_DEEP|",
                "{\"sid\":\"s\" \"br\":1}|BAD_VALUE|",
                "{\"sid\":\"s\",\"br\":fast}|BAD_VALUE|",
                "{\"sid\":\"s\",\"br\":[1}|BAD_VALUE|",
                "{\"sid\":\"s\",\"a b\":'c'}|BAD_VALUE|",
            })
    void whatCannotBeReadIsNamed(String line, RejectReason reason, @Nullable String field) {
        assertRejected(line, reason, field);
    }

    @Test
    void limitsHold() {
        assertThat(report(only("sid=\"" + "s".repeat(64) + "\"")).getSessionId())
                .hasSize(64);
        assertRejected("sid=\"" + "s".repeat(65) + "\"", RejectReason.BAD_LENGTH, "sid");
        assertRejected("cid=\"" + "é".repeat(129) + "\"", RejectReason.BAD_LENGTH, "cid");
        assertThat(report(only("cid=\"" + "é".repeat(128) + "\"")).getContentId())
                .hasSize(128);
        assertRejected("sid=\"a\u0001\"", RejectReason.BAD_VALUE, "sid");
        assertRejected("br=" + "1".repeat(200), RejectReason.BAD_LENGTH, "br");
        assertRejected("br=(" + "1 ".repeat(65) + ")", RejectReason.BAD_LENGTH, "br");
        assertRejected("su,".repeat(129), RejectReason.BAD_LENGTH, null);
        assertRejected("su," + "k".repeat(129) + "=1", RejectReason.BAD_LENGTH, null);
        assertRejected("CMCD=" + "a".repeat(70_000), RejectReason.BAD_LENGTH, null);
        assertRejected("CMCD-Object: su ".repeat(17), RejectReason.BAD_LENGTH, null);
    }

    @Test
    void equalReportsThatSayNeitherTimeNorNumberAreReportsOfTheirOwn() {
        String text =
                "CMCD=bl=1\nCMCD=bl=1\nCMCD=bl=1\nCMCD=bl=1,sn=4\nCMCD=bl=1,sn=4\nCMCD=ts=1,bl=1\nCMCD=ts=1,bl=1\n";

        List<String> ids = decode(text).eventIds();

        assertThat(ids.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(ids.get(3)).isEqualTo(ids.get(4));
        assertThat(ids.get(5)).isEqualTo(ids.get(6));
        assertThat(decode(text).eventIds()).isEqualTo(ids);
        assertThat(decode("CMCD=bl=1").eventIds()).containsExactly(ids.get(0));
    }

    @Test
    void oneBadLineCostsItself() {
        CollectingSink sink = decode("# a comment\nCMCD=bl=1\n\nCMCD=bl=x\r\nCMCD=bl=2\n{\"sid\":\n{\"sid\":\"s\"}\n");

        assertThat(sink.events).hasSize(3);
        assertThat(sink.rejects).extracting(Reject::offset, Reject::length).containsExactly(tuple(23, 9), tuple(44, 7));
    }

    @Test
    void aTextWithoutALineIsEmpty() {
        for (String nothing : List.of("", "\n \r\n", "#Version: 1.0\n#Fields: date time\n", "[]")) {
            assertThat(decode(nothing).rejects).extracting(Reject::reason).containsExactly(RejectReason.EMPTY_RECORD);
        }
    }

    @Test
    void linesThatAreNoReportDoNotFloodTheDeadLetters() {
        CollectingSink sink = decode("x\n".repeat(20_000));

        assertThat(sink.rejects).hasSize(10_001);
        assertThat(sink.rejects.get(10_000).reason()).isEqualTo(RejectReason.TOO_MANY_REJECTS);
    }

    @Test
    void theSamplesForFuzzingDecodeWithoutAReject() {
        for (byte[] text : Texts.cmcd()) {
            assertThat(TestRules.decode(decoder, text).rejects)
                    .as(new String(text, StandardCharsets.UTF_8))
                    .isEmpty();
        }
        assertThat(Texts.usage()).contains(Samples.usage());
    }

    private void assertRejected(String line, RejectReason reason, @Nullable String field) {
        CollectingSink sink = decode(line);

        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).as(reject.message()).isEqualTo(reason);
            assertThat(reject.field()).isEqualTo(field);
        });
    }

    private NetworkEvent only(String text) {
        CollectingSink sink = decode(text);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    private CollectingSink decode(String text) {
        return TestRules.decode(decoder, text.getBytes(StandardCharsets.UTF_8));
    }

    private static VideoReport report(NetworkEvent event) {
        return (VideoReport) event.getDetails();
    }
}
