package io.luxqoe.decoder;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the service did not start without a key, and what to do. */
final class PseudonymKeyFailureAnalyzer extends AbstractFailureAnalyzer<PseudonymKeyException> {
    private static final String ACTION = "Set " + KeySource.PROPERTY + " to a file that holds one key a line,"
            + " keyId:base64 of 32 octets, the active one first; or " + KeySource.VARIABLE + " to one such line."
            + " A key is made with: echo \"key-1:$(openssl rand -base64 32)\"";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PseudonymKeyException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
