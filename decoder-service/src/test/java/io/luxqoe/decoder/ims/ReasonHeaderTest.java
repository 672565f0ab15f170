package io.luxqoe.decoder.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.ImsCdrs;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import org.junit.jupiter.api.Test;

/** The header Reason in the ways that it is written. */
class ReasonHeaderTest {

    @Test
    void aReasonOfQ850IsFoundHoweverItIsWritten() {
        for (String header : new String[] {
            "Q.850;cause=17",
            "q.850 ; CAUSE = 17 ; text=\"User busy\"",
            "Q.850;text=\"a, b; cause=1\";cause=17",
            "SIP;cause=486;text=\"Busy Here\", Q.850;cause=017",
            "Reason: Q.850;cause=17",
            "Q.850;cause=\"17\"",
            "Q.850;location=LN;cause=17,SIP;cause=200"
        }) {
            assertThat(ReasonHeader.cause(header)).as(header).isEqualTo(new Cause(CauseScheme.Q850, 17, 17));
        }
    }

    @Test
    void aReasonOfSipIsTheCauseWhereThereIsNoOther() {
        assertThat(ReasonHeader.cause("SIP ;cause=580 ;text=\"Precondition Failure\""))
                .isEqualTo(new Cause(CauseScheme.SIP, 580, 580));
        assertThat(ImsCdrs.event(ImsCdrs.invite(ImsCdrs.reasons("SIP;cause=503", "Q.850;cause=38")))
                        .getCause())
                .isEqualTo(new Cause(CauseScheme.Q850, 38, 38));
        assertThat(ImsCdrs.event(ImsCdrs.invite(ImsCdrs.reasons("SIP;cause=503", "SIP;cause=200")))
                        .getCause())
                .isEqualTo(new Cause(CauseScheme.SIP, 503, 503));
    }

    @Test
    void whatIsNoReasonIsNoCause() {
        for (String header : new String[] {
            "",
            "Q.850",
            "Q.850;cause",
            "Q.850;cause=",
            "Q.850;cause=128",
            "Q.850;cause=-1",
            "Q.850;cause=1x",
            "Q.850;cause=99999999999",
            "SIP;cause=99",
            "SIP;cause=700",
            "RELEASE_CAUSE;cause=16",
            "\"Q.850;cause=16"
        }) {
            assertThat(ReasonHeader.cause(header)).as(header).isNull();
        }
    }
}
