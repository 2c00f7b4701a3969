package dev.incidentkit.fuzzing;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.holidays.IcsHolidays;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.json.ExportVerifier;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.dmn.TckFile;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.format.TableReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/**
 * A reader of input that may come from strangers. Whatever it is given, it reads it or refuses it with the exception that
 * it documents; any other exception is a fault.
 */
public enum FuzzTarget {
    /** Decision tables in Markdown. */
    MARKDOWN {
        @Override
        public boolean reads(byte[] input) {
            return tables(() -> READER.readMarkdown("routing.md", text(input))
                    .table("routing")
                    .compile());
        }
    },

    /** Decision tables in CSV. */
    CSV {
        @Override
        public boolean reads(byte[] input) {
            return tables(() ->
                    READER.readCsv("routing.csv", text(input)).table("routing").compile());
        }
    },

    /** Decision tables in DMN. */
    DMN {
        @Override
        public boolean reads(byte[] input) {
            return tables(() ->
                    READER.readDmn("routing.dmn", text(input)).table("routing").compile());
        }
    },

    /** Models in DMN. */
    DMN_MODEL {
        @Override
        public boolean reads(byte[] input) {
            return tables(() -> DmnModel.readPartly("model.dmn", text(input), ReadLimits.defaults()));
        }
    },

    /** Cases of the compatibility kit of DMN. */
    DMN_CASES {
        @Override
        public boolean reads(byte[] input) {
            return tables(() -> TckFile.read("cases.xml", text(input)));
        }
    },

    /** Definitions in YAML, which give findings and never an exception. */
    YAML {
        @Override
        public boolean reads(byte[] input) {
            return DefinitionFiles.standard()
                    .read("support.yaml", name -> {
                        if (!name.equals("support.yaml")) {
                            throw new FileNotFoundException("there is only support.yaml");
                        }
                        return new ByteArrayInputStream(input);
                    })
                    .definition()
                    .isPresent();
        }
    },

    /** Events as JSON, a type and a body on each line; then the incident and its clocks. */
    EVENTS {
        @Override
        public boolean reads(byte[] input) {
            return RecordTarget.reads(text(input));
        }
    },

    /** Exported records, a JSON object on each line. */
    EXPORT {
        @Override
        public boolean reads(byte[] input) {
            try {
                return new ExportVerifier().verify(text(input).lines()).isWhole();
            } catch (CodecException refused) {
                return false;
            }
        }
    },

    /** Holidays in iCalendar. */
    ICALENDAR {
        @Override
        public boolean reads(byte[] input) {
            try {
                IcsHolidays.read(
                        "holidays.ics",
                        new ByteArrayInputStream(input),
                        ZoneOffset.UTC,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31));
                return true;
            } catch (ConfigurationException refused) {
                return false;
            }
        }
    };

    /** The property that names the target of a run. */
    public static final String PROPERTY = "incidentkit.fuzz.target";

    private static final TableReader READER = TableReader.of(RuleSchema.named("routing")
            .in(Input.scale("severity", Scale.SEVERITY))
            .in(Input.oneOf("category", List.of("database", "network", "sap")))
            .in(Input.duration("age"))
            .out(Output.text("team"))
            .hitPolicy(HitPolicy.FIRST)
            .build());

    /**
     * Gives input to the reader.
     *
     * @param input anything
     * @return whether it was read; false where it was refused
     */
    public abstract boolean reads(byte[] input);

    /**
     * What the fuzzer calls.
     *
     * @param input anything
     */
    public static void fuzzerTestOneInput(byte[] input) {
        Chosen.TARGET.accept(input);
    }

    static TableReader reader() {
        return READER;
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static boolean tables(Runnable reader) {
        try {
            reader.run();
            return true;
        } catch (TableFormatException refused) {
            return false;
        }
    }

    /** Looked up once, when the fuzzer first calls. */
    private static final class Chosen {
        static final Consumer<byte[]> TARGET = FuzzTarget.valueOf(System.getProperty(PROPERTY))::reads;
    }
}
