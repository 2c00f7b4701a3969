package dev.incidentkit.examples.desk.embed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a definition as bytes and back. The same files give the same bytes. */
final class FileArchive {
    private static final long ALWAYS = 315_532_800_000L; // 1980-01-01, the first day that a ZIP file knows

    private FileArchive() {}

    static byte[] pack(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files " + files.keySet() + " cannot be packed", e);
        }
        return bytes.toByteArray();
    }

    static Map<String, String> unpack(byte[] body) {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An archive of " + body.length + " bytes cannot be unpacked", e);
        }
        return files;
    }

    static InputStream open(Map<String, String> files, String name) throws IOException {
        String text = files.get(name);
        if (text == null) {
            throw new FileNotFoundException("There is no file '" + name + "' among " + files.keySet());
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
