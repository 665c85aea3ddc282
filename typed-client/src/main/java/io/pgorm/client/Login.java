package io.pgorm.client;

import com.zaxxer.hikari.util.Credentials;

/** Who logs in. The password is never part of {@code toString}. */
public record Login(String user, String password) {

    Credentials toHikari() {
        return Credentials.of(user, password);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
