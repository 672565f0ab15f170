package io.luxqoe.kpi.query;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.ProblemDetail;

/** What the OpenAPI description says of all resources alike. */
final class Description implements OpenApiCustomizer {

    private static final String PROBLEM = "ProblemDetail";

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("LUX indicators")
                .version("v1")
                .description("Indicators of a mobile network by axis, key and window. Any instance answers for all;"
                        + " each answer says how complete and how fresh it is."));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        ModelConverters.getInstance().read(ProblemDetail.class).forEach(components::addSchemas);
        api.components(components);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(Description::problems);
    }

    private static void problems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse("400", problem("A parameter is missing, unknown or out of its bounds"))
                .addApiResponse("404", problem("The path names no KPI, or no axis"))
                .addApiResponse("503", problem("It cannot be answered now: come again after Retry-After"));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }
}
