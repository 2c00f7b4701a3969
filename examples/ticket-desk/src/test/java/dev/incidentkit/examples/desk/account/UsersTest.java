package dev.incidentkit.examples.desk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    @TempDir
    private Path folder;

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("users.csv"), "name,roles,password\n" + lines);
    }

    @Test
    void an_account_of_a_file_signs_in_with_its_password_and_no_other() throws IOException {
        String sealed = Passwords.seal("correct horse".toCharArray());
        Users users = Users.read(file("kim,SERVICE_DESK MY_ROLE," + sealed + "\n"));

        User kim = users.signIn("kim", "correct horse").orElseThrow();
        assertThat(kim.roles()).containsExactlyInAnyOrder(Role.SERVICE_DESK, new Role("MY_ROLE"));
        assertThat(users.signIn("kim", "correct horsf")).isEmpty();
        assertThat(users.signIn("Kim", "correct horse")).isEmpty();
        assertThat(users.signIn("nobody", "-")).isEmpty();
        assertThat(users.isDemo()).isFalse();
    }

    @Test
    void the_same_password_is_sealed_otherwise_each_time_and_is_not_in_it() {
        String one = Passwords.seal("desk".toCharArray());
        String other = Passwords.seal("desk".toCharArray());

        assertThat(one).isNotEqualTo(other).doesNotContain("desk").startsWith("pbkdf2-sha512:210000:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim,CALLER,secret",
                "kim,CALLER,pbkdf2-sha512:0:AAAAAAAAAAAAAAAAAAAAAA==:AAAA",
                "kim,CALLER,md5:1:AAAAAAAAAAAAAAAAAAAAAA==:AAAA",
                "kim,CALLER,pbkdf2-sha512:1:!:AAAA"
            })
    void a_password_that_is_not_sealed_is_refused_with_its_line(String line) throws IOException {
        Path file = file(line + "\n");

        assertThatThrownBy(() -> Users.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2: account 'kim'");
    }

    @Test
    void an_account_that_is_there_twice_is_refused() throws IOException {
        String sealed = Passwords.seal("x".toCharArray());
        Path file = file("kim,CALLER," + sealed + "\nkim,RESOLVER," + sealed + "\n");

        assertThatThrownBy(() -> Users.read(file)).hasMessageContaining("'kim' is there twice");
    }
}
