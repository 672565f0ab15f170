package io.luxqoe.decoder;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Decodes the raw logs of network elements: {@code lux.raw.*} to {@code lux.event.decoded.v1}. */
@SpringBootApplication
public class DecoderApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(DecoderApplication.class, arguments);
    }
}
