package io.luxqoe.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@QuerySlice
@Import(Description.class)
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class
})
class DescriptionTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void whatClientsMayAskIsDescribedAndWhatInstancesAskIsNot() {
        assertThat(mvc.get().uri("/v3/api-docs"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.info.title", title -> assertThat(title).isEqualTo("LUX indicators"))
                .hasPathSatisfying("$.paths", paths -> assertThat(paths)
                        .asMap()
                        .containsOnlyKeys(
                                "/api/v1/kpis",
                                "/api/v1/axes",
                                "/api/v1/axes/{axis}/keys",
                                "/api/v1/kpis/{kpi}/values",
                                "/api/v1/kpis/{kpi}/worst",
                                "/api/v1/kpis/{kpi}/compare",
                                "/api/v1/kpis/{kpi}/stream"));
    }

    @Test
    void problemsAreDescribed() {
        assertThat(mvc.get().uri("/v3/api-docs"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.paths['/api/v1/kpis/{kpi}/worst'].get.responses['503'].content['application/problem+json'].schema['$ref']",
                        schema -> assertThat(schema).isEqualTo("#/components/schemas/ProblemDetail"))
                .hasPathSatisfying("$.components.schemas.ProblemDetail.properties", properties -> assertThat(properties)
                        .asMap()
                        .containsKeys("type", "title", "status", "detail", "instance"));
    }

    @Test
    void theDataOfAStreamsEventsIsAValueWithItsKey() throws Exception {
        String description =
                mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
        JsonNode api = JsonMapper.builder().build().readTree(description);

        assertThat(api.at(
                                "/paths/~1api~1v1~1kpis~1{kpi}~1stream/get/responses/200/content/text~1event-stream/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/KpiPoint");
        ObjectNode data = (ObjectNode) api.at("/components/schemas/KpiPoint/properties");
        assertThat(data.remove("key")).isNotNull();
        assertThat(data).isEqualTo(api.at("/components/schemas/WindowValue/properties"));
    }

    @Test
    void thereIsAPageToTryItOn() {
        assertThat(mvc.get().uri("/swagger-ui.html")).hasStatus3xxRedirection();
    }
}
