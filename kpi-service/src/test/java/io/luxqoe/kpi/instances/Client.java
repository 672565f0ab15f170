package io.luxqoe.kpi.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an instance one question after the other, and remembers every answer for the day of reckoning. */
final class Client implements AutoCloseable {

    private static final String COMPLETE = "complete";
    private static final int PAUSE_MS = 20;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private record Answer(Question question, int status, boolean retryAfter, String body) {}

    private final KpiInstance instance;
    private final Supplier<Question> questions;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> failures = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean goes;

    Client(KpiInstance instance, Supplier<Question> questions) {
        this.instance = instance;
        this.questions = questions;
        var unused = thread.scheduleWithFixedDelay(this::askNext, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void askNext() {
        Question question = questions.get();
        try {
            ask(question);
        } catch (IOException e) {
            if (!goes) {
                failures.add(question.resource() + ": " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks now, and whether the answer is complete. */
    boolean isAnsweredCompletely(Question question) throws IOException, InterruptedException {
        Answer answer = ask(question);
        return answer.status == OK && Question.isComplete(JsonMapper.shared().readTree(answer.body));
    }

    private Answer ask(Question question) throws IOException, InterruptedException {
        HttpResponse<String> response = instance.ask(question.resource());
        Answer answer = new Answer(
                question,
                response.statusCode(),
                response.headers().firstValue("Retry-After").isPresent(),
                response.body());
        answers.add(answer);
        return answer;
    }

    /** From now on the instance may be out of reach; what it answers is to be right nonetheless. */
    void instanceGoes() {
        goes = true;
    }

    /** Holds all answers against what is computed. */
    void check(Computed computed) {
        assertThat(failures).as("%s is there", instance).isEmpty();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Answer answer : answers) {
            try {
                counts.merge(check(answer, computed), 1, Integer::sum);
            } catch (AssertionError e) {
                wrong.add(e.getMessage() + "\nin " + answer);
            }
        }
        assertThat(wrong)
                .as("wrong among the answers of %s, besides %s", instance, counts)
                .isEmpty();
        assertThat(counts).as("answers of %s", instance).containsKey(COMPLETE);
    }

    private static String check(Answer answer, Computed computed) {
        if (answer.status == UNAVAILABLE) {
            assertThat(answer.retryAfter).as("says when to come again").isTrue();
            return "for later";
        }
        assertThat(answer.status).isEqualTo(OK);
        JsonNode body = JsonMapper.shared().readTree(answer.body);
        answer.question.check(body, computed);
        return Question.isComplete(body) ? COMPLETE : "says what it lacks";
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
