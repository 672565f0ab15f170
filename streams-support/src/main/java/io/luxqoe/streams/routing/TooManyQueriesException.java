package io.luxqoe.streams.routing;

/** This instance works on as many queries as it may: the client is to come again. */
public final class TooManyQueriesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyQueriesException(int most) {
        super("this instance works on " + most + " queries, as many as it takes at once");
    }
}
