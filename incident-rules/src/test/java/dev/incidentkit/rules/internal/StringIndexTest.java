package dev.incidentkit.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every text has its place and no other text has one, also where hashes are the same. */
class StringIndexTest {
    /** Texts of one length whose hashes are all equal: Aa and BB have the same. */
    private static List<String> alike(int bits) {
        return IntStream.range(0, 1 << bits)
                .mapToObj(number -> IntStream.range(0, bits)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .toList();
    }

    private static void assertFinds(List<String> texts) {
        StringIndex index = new StringIndex(texts);
        for (int place = 0; place < texts.size(); place++) {
            assertThat(index.find(texts.get(place))).isEqualTo(place);
            assertThat(index.find(texts.get(place) + "x")).isEqualTo(-1);
        }
        assertThat(index.find("")).isEqualTo(-1);
    }

    @Test
    void texts_of_one_hash_are_told_apart_by_looking_on_past_the_end_of_the_table_too() {
        for (int bits = 1; bits <= 9; bits++) {
            List<String> texts = alike(bits);
            assertThat(texts.stream().mapToInt(String::hashCode).distinct()).hasSize(1);
            assertFinds(texts);
            StringIndex half = new StringIndex(texts.subList(0, texts.size() / 2));
            assertThat(texts.subList(texts.size() / 2, texts.size()))
                    .allSatisfy(absent -> assertThat(half.find(absent)).isEqualTo(-1));
        }
    }

    @Test
    void texts_of_any_number_are_found() {
        for (int count : new int[] {0, 1, 2, 3, 5, 17, 100, 1_000}) {
            assertFinds(
                    IntStream.range(0, count).mapToObj(i -> "text " + i * 31).toList());
        }
    }
}
