package io.luxqoe.decoder.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * Logs with a report of a player on each line, of 20,000 sessions. Every log that is given out is new, so that no report is
 * a duplicate.
 */
public final class PlayerTraffic {
    /** Lines in a log. */
    public static final int LINES = 1000;

    private static final int LOGS = 50;
    private static final int SESSIONS = 20_000;
    private static final int NUMBER = 8;

    /** How a report is carried. */
    public enum Form {
        /** Version 1: the query argument of a request for a segment. */
        QUERY,
        /** Version 2: a line of event mode. */
        EVENT
    }

    private final Random random = new Random(20_261_120);
    private final long noon;
    private final byte[][] logs = new byte[LOGS][];
    private final int[][] numbersAt = new int[LOGS][LINES];
    private int given;

    /** Generates the logs. */
    public PlayerTraffic(Form form, Instant noon) {
        this.noon = noon.toEpochMilli();
        for (int i = 0; i < LOGS; i++) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            for (int j = 0; j < LINES; j++) {
                String line = form == Form.QUERY ? query() : event();
                numbersAt[i][j] = log.size() + line.indexOf("00000000");
                log.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
            }
            logs[i] = log.toByteArray();
        }
    }

    /** A log whose reports no log before had. It is valid until the next one is asked for. */
    public byte[] next() {
        byte[] log = logs[given % LOGS];
        int[] at = numbersAt[given % LOGS];
        given++;
        for (int line = 0; line < LINES; line++) {
            int number = given * LINES + line;
            for (int i = NUMBER - 1; i >= 0; i--) {
                log[at[line] + i] = (byte) ('0' + number % 10);
                number /= 10;
            }
        }
        return log;
    }

    private String query() {
        return "https://cdn-%d.example/vod/bbb_1080p/segment_00000000.m4s?CMCD=bl%%3D%d%%2Cbr%%3D%d%%2Ccid%%3D%%22%s%%22%%2Cd%%3D4004%%2Cdl%%3D%d%%2Cmtp%%3D%d%%2Cot%%3Dv%%2Crtp%%3D15000%%2Csf%%3Dd%%2Csid%%3D%%22%s%%22%%2Cst%%3Dv%%2Ctb%%3D6000\n"
                .formatted(
                        random.nextInt(4),
                        100 * random.nextInt(300),
                        bitrate(),
                        uuid(7, random.nextInt(500)),
                        100 * random.nextInt(300),
                        100 * random.nextInt(900),
                        session());
    }

    private String event() {
        return "bl=(%d;v),br=(%d;v 128;a),bsa=(%d;v),bsd=(%d;v),cdn=\"cdn-%d\",cid=\"%s\",e=t,ltc=%d,mtp=(%d;v),ot=v,pr=1,sf=h,sid=\"%s\",sn=1%s,st=l,sta=p,ts=%d,v=2\n"
                .formatted(
                        100 * random.nextInt(300),
                        bitrate(),
                        random.nextInt(3),
                        random.nextInt(2000),
                        random.nextInt(4),
                        uuid(7, random.nextInt(500)),
                        2000 + random.nextInt(3000),
                        100 * random.nextInt(900),
                        session(),
                        "00000000",
                        noon - random.nextInt(60_000));
    }

    private int bitrate() {
        return 500 * (1 + random.nextInt(12));
    }

    private String session() {
        return uuid(11, random.nextInt(SESSIONS));
    }

    private static String uuid(int kind, int number) {
        return new UUID(kind * 0x1111_2222_3333_4444L, number * 0x1234_5678_9ABC_DEFL).toString();
    }
}
