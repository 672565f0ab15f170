package io.luxqoe.kpi.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.query.QuerySlice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@QuerySlice
class CatalogueControllerTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theCatalogueNamesUnitFormulaAxesAndWindows() {
        assertThat(mvc.get().uri("/api/v1/kpis"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.kpis[0].id", id -> assertThat(id).isEqualTo("voice.asr"))
                .hasPathSatisfying(
                        "$.kpis[0].formula", formula -> assertThat(formula).isEqualTo("answered / seizures"))
                .hasPathSatisfying("$.kpis[0].axes[2]", axis -> assertThat(axis).isEqualTo("numberClass"))
                .hasPathSatisfying(
                        "$.kpis[0].windows[1]", window -> assertThat(window).isEqualTo("PT5M"));
    }

    @Test
    void theAxesAreListed() {
        assertThat(mvc.get().uri("/api/v1/axes"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"axes\":[{\"id\":\"cell\"},{\"id\":\"region\"},{\"id\":\"numberClass\"}]}");
    }

    @Test
    void aParameterThatIsNotKnownIsRefused() {
        assertThat(mvc.get().uri("/api/v1/axes?axis=cell"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying("$.detail", detail -> assertThat(detail)
                        .isEqualTo("parameter: there is no axis; there are []"));
    }
}
