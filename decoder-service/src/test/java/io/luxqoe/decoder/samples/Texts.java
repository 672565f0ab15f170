package io.luxqoe.decoder.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports of players and lines of usage written by hand, in every form that is read. */
public final class Texts {
    private Texts() {}

    /** Raw records of the format {@code cmcd}. */
    public static List<byte[]> cmcd() {
        return List.of(
                octets(
                        "CMCD=bl=25777.859000000033,br=14923,cid=%22c-1%22,mtp=4971.11,ot=v,sf=h,sid=%22s-1%22,st=v,su,tb=14922.982\n"
                                + "https://cdn.example/a/b.m4s?x=1&CMCD=br%3D%285000%3Bv%20320%3Ba%29%2Csid%3D%22s-1%22%2Csn%3D4%2Cts%3D1700000000000%2Cv%3D2&y=2\n"),
                octets(
                        "192.0.2.7 - alice [10/Oct/2023:13:55:36 +0200] \"GET /v/1.m4s?CMCD=bl%3d4000%2csid%3d%22s-2%22%2cot%3dv HTTP/1.1\" 200 12345 \"-\" \"Player/1.0\"\n"
                                + "2023-10-10T11:55:36.5Z edge-1 \"CMCD-Object: br=3200,ot=v\" \"CMCD-Session: sid=\\\"s-2\\\",st=v\"\n"),
                octets(
                        """
                        GET /video/1.m4s HTTP/1.1
                        Host: cdn.example
                        CMCD-Object: br=3200,d=4004,ot=v,tb=6000
                        cmcd-request: bl=21300,mtp=48100,nor="2.m4s"
                        CMCD-SESSION: cid="c-1",sf=d,sid="s-3",st=v
                        CMCD-Status: bs,rtp=12000

                        GET /video/2.m4s?CMCD=sid%3D%22s-3%22 HTTP/1.1
                        Host: cdn.example

                        """),
                octets(
                        """
                        [{"sid":"s-4","br":[{"value":5000,"params":{"v":true}},320],"bs":true,"nor":"..%2Fb.m4v"},
                        {"sid":"s-4","cid":"caf\\u00e9","mtp":25400,"com.example-a":"b"}]
                        {"sid":"s-4",
                         "su":false, "ts":1700000000123}
                        """),
                octets(
                        """
                        # event mode
                        bl=(21300;v 15000;a),cid="c-1",e=ps,msd=1240,sid="s-5",sn=0,sta=p,ts=1700000000000,v=2
                        e=rr,rc=200,sid="s-5",sn=1,ts=1700000001000,ttfb=40,ttlb=210,url="https://u:p@cdn.example/1.m4s?t=1",v=2
                        bsa=(2;v),bsd=(500;v 700;v),e=t,sid="s-5",sn=2,sta=r,ts=1700000002000,v=2
                        e=e,ec=("404" "net.timeout"),sid="s-5",sn=3,sta=f,ts=1700000003000,v=2
                        """));
    }

    /** Raw records of the format {@code data-usage}. */
    public static List<byte[]> usage() {
        return List.of(
                Samples.usage(),
                octets(
                        "id;recordedAt;msisdn;recordedBytes\r\n\"a\";2020-01-02T00:00:00.5[Europe/Warsaw];+48917846822;1\r\n"));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
