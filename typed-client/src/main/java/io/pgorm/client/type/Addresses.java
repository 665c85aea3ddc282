package io.pgorm.client.type;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of a network as texts; no name is ever looked up. */
final class Addresses {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    /** The same address without a name and a scope. */
    static InetAddress plain(InetAddress address, int prefixLength) {
        if (prefixLength < 0 || prefixLength > bits(address)) {
            throw new IllegalArgumentException(
                    "a prefix of " + prefixLength + " bits does not fit an address of " + bits(address));
        }
        return of(address.getAddress());
    }

    static void requireNoHost(InetAddress network, int prefixLength) {
        byte[] bytes = network.getAddress();
        for (int bit = prefixLength; bit < bits(network); bit++) {
            if ((bytes[bit / Byte.SIZE] & 0x80 >> bit % Byte.SIZE) != 0) {
                throw new IllegalArgumentException(
                        "bits behind the prefix of a network are set; take an Inet for a host in a network");
            }
        }
    }

    static InetAddress parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        boolean sixteen = IPV6.matcher(host).matches();
        if (!sixteen && !IPV4.matcher(host).matches()) {
            throw notAnAddress();
        }
        try {
            byte[] bytes = InetAddress.getByName(host).getAddress();
            return of(sixteen && bytes.length == IPV4_BYTES ? mapped(bytes) : bytes);
        } catch (UnknownHostException e) {
            throw notAnAddress();
        }
    }

    /** An address of IPv4 in IPv6, which Java makes one of IPv4 of. */
    private static byte[] mapped(byte[] four) {
        byte[] bytes = new byte[IPV6_BYTES];
        bytes[10] = -1;
        bytes[11] = -1;
        System.arraycopy(four, 0, bytes, IPV6_BYTES - IPV4_BYTES, IPV4_BYTES);
        return bytes;
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return bytes.length == IPV4_BYTES
                    ? Inet4Address.getByAddress(bytes)
                    : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw notAnAddress();
        }
    }

    static int prefixLength(String text, InetAddress address) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return bits(address);
        }
        try {
            return Integer.parseInt(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            throw notAnAddress();
        }
    }

    static String text(InetAddress address) {
        return address.getHostAddress();
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("no address of a network; write 10.0.0.1, 10.0.0.0/8 or 2001:db8::1");
    }
}
