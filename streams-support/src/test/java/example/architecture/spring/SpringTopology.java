package example.architecture.spring;

import org.springframework.util.unit.DataSize;

/** A topology that knows Spring. */
public final class SpringTopology {
    DataSize size() {
        return DataSize.ofBytes(1);
    }
}
