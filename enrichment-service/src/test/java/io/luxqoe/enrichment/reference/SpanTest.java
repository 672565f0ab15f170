package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanTest {
    private final Random random = new Random(20_261_120);

    @Test
    void allOverTheSpanOfALookUpTheAnswerIsTheSame() {
        for (int i = 0; i < 20_000; i++) {
            Revision<String> chain = chain(random.nextInt(5));
            Span span = new Span(random.nextInt(12));
            String answer = Revision.asOf(chain, span);

            assertThat(answer).isEqualTo(Revision.asOf(chain, span.instant()));
            assertThat(span.instant()).isBetween(span.from(), span.until() - 1);
            for (long instant = Math.max(-1, span.from()); instant < Math.min(13, span.until()); instant++) {
                assertThat(Revision.asOf(chain, instant))
                        .as("%d of %s", instant, chain)
                        .isEqualTo(answer);
            }
        }
    }

    @Test
    void aTableThatCannotTellLeavesNothingOfTheSpan() {
        AsOfLookup<String> plain = (key, instant) -> key + instant;
        Span span = new Span(5);

        assertThat(plain.asOf("k", span)).isEqualTo("k5");
        assertThat(span.until()).isLessThanOrEqualTo(span.from());
    }

    /** Revisions that overlap, leave gaps, or hold never. */
    private @Nullable Revision<String> chain(int length) {
        Revision<String> chain = null;
        for (int i = 0; i < length; i++) {
            long from = random.nextInt(8) == 0 ? Long.MIN_VALUE : random.nextInt(12);
            long until = random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextInt(12);
            chain = new Revision<>(from, until, "r" + i, chain);
        }
        return chain;
    }
}
