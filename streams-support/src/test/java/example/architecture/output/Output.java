package example.architecture.output;

import java.util.logging.Logger;

/** What bypasses the log. */
public final class Output {

    private Output() {}

    static final class Printing {
        @SuppressWarnings("SystemOut")
        void print() {
            System.out.println("lost");
        }
    }

    static final class Tracing {
        @SuppressWarnings("CatchAndPrintStackTrace")
        void trace(Exception e) {
            e.printStackTrace();
        }
    }

    static final class OtherLog {
        Logger logger() {
            return Logger.getAnonymousLogger();
        }
    }
}
