package example.architecture.injection;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A class that hides what it needs. */
public final class Injected {
    @Autowired
    @Nullable
    Runnable need;
}
