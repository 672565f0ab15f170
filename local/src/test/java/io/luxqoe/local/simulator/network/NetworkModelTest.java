package io.luxqoe.local.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkModelTest {

    private final NetworkModel network = NetworkModel.of(1);

    @Test
    void thirteenRegionsShareTheTraffic() {
        assertThat(network.regions()).hasSize(13).extracting(Region::name).allMatch(name -> name.matches("[A-Za-z-]+"));
        assertThat(network.regions().stream().mapToDouble(Region::trafficShare).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(network.cells().stream()
                        .filter(RadioCell::listed)
                        .mapToDouble(RadioCell::trafficShare)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void everyCellHasAKeyOfItsOwnThatFitsTheRecord() {
        assertThat(network.cells())
                .hasSizeBetween(110, 130)
                .extracting(RadioCell::key)
                .doesNotHaveDuplicates();
        assertThat(network.cells()).allSatisfy(cell -> {
            assertThat(cell.areaCode()).isBetween(1, 0xFFFF);
            assertThat(cell.cellId()).isBetween(1, 0xFFFF);
        });
        assertThat(network.hotCell().key()).matches("208-20-\\d+-\\d+");
        assertThat(network.cells())
                .filteredOn(cell -> !cell.listed())
                .singleElement()
                .satisfies(cell -> assertThat(cell.regionOnAxis()).isEqualTo("unknown"));
    }

    @Test
    void everyExchangeServesASite() {
        Set<Exchange> serving = network.sites().stream().map(Site::exchange).collect(Collectors.toSet());
        assertThat(serving).containsExactlyInAnyOrderElementsOf(network.exchanges());
        assertThat(network.exchanges()).extracting(Exchange::framing).contains(Framing.TS_32297_FILE, Framing.BER_RUN);
    }

    @Test
    void linesAreDistinctAndWellFormed() {
        assertThat(network.lines()).hasSize(5_000).extracting(Line::imsi).doesNotHaveDuplicates();
        assertThat(network.lines()).extracting(Line::msisdn).doesNotHaveDuplicates();
        assertThat(network.lines()).allSatisfy(line -> {
            assertThat(line.imsi()).hasSize(15).startsWith(line.own() ? "20820" : "26201");
            assertThat(line.imei()).hasSize(15);
            assertThat(Lines.luhnDigit(line.imei().substring(0, 14)))
                    .isEqualTo(line.imei().charAt(14) - '0');
            assertThat(line.toString()).doesNotContain(line.imsi()).doesNotContain(line.msisdn());
        });
    }

    @Test
    void theCheckDigitIsThatOfTs23003() {
        // The example of TS 23.003 annex B: 26 0531 79311383 has the check digit 7.
        assertThat(Lines.luhnDigit("26053179311383")).isEqualTo(7);
    }

    @Test
    void handsetsHaveATacOfTheirOwn() {
        assertThat(network.handsets())
                .hasSizeBetween(55, 70)
                .extracting(Handset::tac)
                .doesNotHaveDuplicates();
        assertThat(network.handsets())
                .allSatisfy(handset -> assertThat(handset.tac()).matches("\\d{8}"));
    }

    @Test
    void theSameSeedGivesTheSameOperator() {
        assertThat(NetworkModel.of(1).lines()).isEqualTo(network.lines());
        assertThat(NetworkModel.of(1).cells()).isEqualTo(network.cells());
        assertThat(NetworkModel.of(2).lines()).isNotEqualTo(network.lines());
    }

    @Test
    void aChoiceFollowsTheWeights() {
        SplittableRandom random = new SplittableRandom(3);
        int hot = 0;
        for (int i = 0; i < 100_000; i++) {
            hot += network.someCell(random).equals(network.hotCell()) ? 1 : 0;
        }
        assertThat(hot).isBetween(4_700, 5_300);
    }
}
