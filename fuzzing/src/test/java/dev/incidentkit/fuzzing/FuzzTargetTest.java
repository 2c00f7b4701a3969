package dev.incidentkit.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of build/fuzz.sh: what each reader knows, what a fuzzer once found, and damaged copies of both. */
class FuzzTargetTest {
    private static final int PERCENT = Integer.getInteger("incidentkit.tries.percent", 10);
    private static final int TRIES = 200 * PERCENT;
    private static final Duration MOST = Duration.ofSeconds(10);

    @ParameterizedTest
    @EnumSource(value = FuzzTarget.class, mode = EnumSource.Mode.EXCLUDE, names = "EXPORT")
    void a_reader_reads_what_it_knows(FuzzTarget target) {
        assertThat(FuzzSeeds.of(target)).anyMatch(target::reads);
    }

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void what_was_found_once_stays_mended(FuzzTarget target) {
        FuzzSeeds.findings(target)
                .forEach(input -> assertThatCode(() -> target.reads(input)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void damaged_input_is_read_or_refused_and_soon(FuzzTarget target) {
        List<byte[]> seeds = FuzzSeeds.of(target);
        Random random = new Random(target.ordinal());
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] input = FuzzSeeds.damaged(seeds.get(random.nextInt(seeds.size())), random);
            long begin = System.nanoTime();
            try {
                read += target.reads(input) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(target + " fails on: " + new String(input, StandardCharsets.UTF_8), e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(MOST);
        }
        System.out.println(target + ": " + TRIES + " damaged inputs, " + read + " read nevertheless");
        assertThat(read).isLessThan(TRIES);
    }

    /** Writes the seeds for build/fuzz.sh where it asks for them. */
    @Test
    void seeds_are_written_where_they_are_asked_for() throws IOException {
        String folder = System.getProperty("incidentkit.fuzz.seeds");
        for (FuzzTarget target : FuzzTarget.values()) {
            assertThat(
                            folder == null
                                    ? FuzzSeeds.of(target)
                                    : FuzzSeeds.written(Path.of(folder, target.name()), target))
                    .isNotEmpty();
        }
    }
}
