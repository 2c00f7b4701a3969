package dev.incidentkit.examples.desk.account;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.core.incident.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts, of a CSV file with the columns {@code name}, {@code roles} (with blanks between) and {@code password} (as
 * {@link Passwords} writes it). Immutable.
 */
public final class Users {
    private static final String DEMO = "/dev/incidentkit/examples/desk/users.csv";

    /** What a sign-in is compared with where there is no such account, so that it takes as long. */
    private static final Account NOBODY = new Account(new User("nobody", Set.of()), Passwords.seal(new char[] {'-'}));

    private final Map<String, Account> accounts;
    private final boolean demo;

    private record Account(User user, String password) {}

    private Users(Map<String, Account> accounts, boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** {@return the accounts of the demo, which everybody knows} */
    public static Users demo() {
        try (InputStream in = Users.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + DEMO + " is missing from this build");
            }
            return new Users(read(new InputStreamReader(in, StandardCharsets.UTF_8)), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + DEMO + " cannot be read", e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its accounts
     * @throws IllegalArgumentException if a line is none
     */
    public static Users read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return new Users(read(in), false);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts in " + file + " cannot be read", e);
        }
    }

    private static Map<String, Account> read(Reader in) throws IOException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                Account account = account(row);
                if (accounts.putIfAbsent(account.user().name(), account) != null) {
                    throw new IllegalArgumentException("Line " + row.getStartingLineNumber() + ": the account '"
                            + account.user().name() + "' is there twice");
                }
            }
        }
        return accounts;
    }

    private static Account account(NamedCsvRecord row) {
        String name = row.getField("name").strip();
        String password = row.getField("password").strip();
        if (name.isEmpty() || name.length() > 100 || !Passwords.isSealed(password)) {
            throw new IllegalArgumentException("Line " + row.getStartingLineNumber() + ": account '" + name
                    + "' takes a name of 1 to 100 characters, and a password as the command 'password' writes it");
        }
        Set<Role> roles = Stream.of(row.getField("roles").strip().split("\\s+", -1))
                .filter(role -> !role.isEmpty())
                .map(Role::new)
                .collect(Collectors.toSet());
        return new Account(new User(name, roles), password);
    }

    /**
     * Whose name and password these are.
     *
     * @param name the name
     * @param password the password
     * @return the account; empty where there is none, or the password is another
     */
    public Optional<User> signIn(String name, String password) {
        Account account = accounts.getOrDefault(name, NOBODY);
        boolean matches = Passwords.matches(password.toCharArray(), account.password());
        return matches && accounts.containsKey(name) ? Optional.of(account.user()) : Optional.empty();
    }

    /** {@return whether these are the accounts of the demo} */
    public boolean isDemo() {
        return demo;
    }
}
