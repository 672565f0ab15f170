package io.luxqoe.kpi.query.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what waits for a client to its response, as far as the container takes it, and then again when it does. No
 * thread ever waits for a client here.
 */
final class Connection implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int OCTETS_AT_ONCE = 16 << 10;

    private final AsyncContext context;
    private final Outbox outbox;
    private final Runnable gone;
    private final ServletOutputStream out;

    // the lock of this guards what follows, and all use of the stream
    private boolean toFlush;
    private boolean over;

    /**
     * A connection.
     *
     * @param gone is run, at least once, when there is nobody to write to any more
     */
    Connection(AsyncContext context, Outbox outbox, Runnable gone) throws IOException {
        this.context = context;
        this.outbox = outbox;
        this.gone = gone;
        out = context.getResponse().getOutputStream();
    }

    /** Begins to write, which is the request's thread to do. */
    void open() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    /** Writes what waits and can be written now. */
    void send() {
        boolean completed = false;
        boolean failed = false;
        synchronized (this) {
            if (over) {
                return;
            }
            try {
                completed = write();
            } catch (IOException | RuntimeException e) {
                // the container tells the listener, too, and completes
                LOG.debug("A client of a stream has gone", e);
                failed = true;
            }
            over = completed || failed;
        }
        // not under the lock: those who are told have locks of their own, under which they call this
        if (completed) {
            context.complete();
        }
        if (completed || failed) {
            gone.run();
        }
    }

    /** Returns whether all is written, the last event too. */
    private boolean write() throws IOException {
        while (out.isReady()) {
            byte[] octets = outbox.take(OCTETS_AT_ONCE);
            if (octets != null) {
                out.write(octets);
                toFlush = true;
            } else if (toFlush) {
                toFlush = false;
                out.flush();
            } else {
                return outbox.isDone();
            }
        }
        return false;
    }

    @Override
    public void onWritePossible() {
        send();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.trace("The container has completed it", e);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is started once
    }

    private void end() {
        synchronized (this) {
            over = true;
        }
        gone.run();
    }
}
