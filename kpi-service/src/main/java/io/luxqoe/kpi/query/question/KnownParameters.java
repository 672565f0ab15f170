package io.luxqoe.kpi.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a resource does not know, and such that are given twice and taken once: {@code form=} for {@code
 * from=} would be answered with other numbers than those that were asked for.
 */
@Component
public final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String[] PATHS = {"/api/**", "/internal/**"};

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATHS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
                check(method, given.getKey(), given.getValue());
            }
        }
        return true;
    }

    private static void check(HandlerMethod method, String name, String[] values) {
        List<MethodParameter> known = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();
        MethodParameter parameter = known.stream()
                .filter(candidate -> nameOf(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidQuestionException.notAmong(
                        "parameter",
                        name,
                        known.stream().map(KnownParameters::nameOf).toList()));
        if (values.length > 1 && !List.class.isAssignableFrom(parameter.getParameterType())) {
            throw InvalidQuestionException.of(name, "is given " + values.length + " times, and takes one value");
        }
    }

    private static String nameOf(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
    }
}
