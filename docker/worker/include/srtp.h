// The worker is written for libsrtp 3; Debian has libsrtp 2.5. This header expresses the calls that the worker makes
// with those that Debian's library has. The new functions differ in their parameters from the old ones of the same
// name, so they are plain C++ overloads. libsrtp 3 has an opaque policy handle where 2.x has a public structure:
// the old structure is renamed while its header is read.
#pragma once

#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Status codes that 2.5 does not know. No function of 2.5 returns them; the worker wants their names.
constexpr srtp_err_status_t srtp_err_status_buffer_small{ static_cast<srtp_err_status_t>(28) };
constexpr srtp_err_status_t srtp_err_status_cryptex_err{ static_cast<srtp_err_status_t>(29) };

struct srtp_policy_shim
{
  srtp2_policy_t policy{};
  unsigned char key[SRTP_MAX_KEY_LEN]{};
};

using srtp_policy_t = srtp_policy_shim*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
  *policy = new (std::nothrow) srtp_policy_shim();

  return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
  if (policy)
  {
    // Through a volatile pointer, so that the compiler keeps this erasure of the key.
    volatile unsigned char* byte = policy->key;

    for (std::size_t i = 0; i < sizeof(policy->key); ++i)
    {
      byte[i] = 0;
    }
  }

  delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
  policy->policy.ssrc = ssrc;

  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
  const srtp_err_status_t err =
    srtp_crypto_policy_set_from_profile_for_rtp(&policy->policy.rtp, profile);

  if (err != srtp_err_status_ok)
  {
    return err;
  }

  return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->policy.rtcp, profile);
}

// libsrtp 2.x takes key and salt as one piece, and copies it in srtp_create().
inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const std::uint8_t* key,
  std::size_t keyLen,
  const std::uint8_t* salt,
  std::size_t saltLen,
  const std::uint8_t* mki,
  std::size_t mkiLen)
{
  // The worker uses no master key identifier, and gives one key.
  if (mki != nullptr || mkiLen != 0 || policy->policy.key != nullptr || keyLen + saltLen > sizeof(policy->key))
  {
    return srtp_err_status_bad_param;
  }

  std::memcpy(policy->key, key, keyLen);
  std::memcpy(policy->key + keyLen, salt, saltLen);
  policy->policy.key = policy->key;

  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool isAllowed)
{
  policy->policy.allow_repeat_tx = isAllowed ? 1 : 0;

  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, std::size_t size)
{
  policy->policy.window_size = static_cast<unsigned long>(size);

  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
  return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->policy));
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, std::uint32_t ssrc)
{
  return srtp_remove_stream(session, ssrc);
}

namespace srtp_shim
{
  using InPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

  // libsrtp 2.x works in place; libsrtp 3 reads from one place and writes to another, which may be the same.
  inline srtp_err_status_t apply(
    InPlace work,
    srtp_t session,
    const std::uint8_t* in,
    std::size_t inLen,
    std::uint8_t* out,
    std::size_t* outLen,
    std::size_t growth)
  {
    if (inLen > static_cast<std::size_t>(INT_MAX) - growth || *outLen < inLen + growth)
    {
      return srtp_err_status_buffer_small;
    }

    if (in != out)
    {
      std::memmove(out, in, inLen);
    }

    int len = static_cast<int>(inLen);

    const srtp_err_status_t err = work(session, out, &len);

    if (err == srtp_err_status_ok)
    {
      *outLen = static_cast<std::size_t>(len);
    }

    return err;
  }
} // namespace srtp_shim

inline srtp_err_status_t srtp_protect(
  srtp_t session,
  const std::uint8_t* rtp,
  std::size_t rtpLen,
  std::uint8_t* srtp,
  std::size_t* srtpLen,
  std::size_t mkiIndex)
{
  if (mkiIndex != 0)
  {
    return srtp_err_status_bad_mki;
  }

  return srtp_shim::apply(
    static_cast<srtp_shim::InPlace>(srtp_protect), session, rtp, rtpLen, srtp, srtpLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const std::uint8_t* srtp, std::size_t srtpLen, std::uint8_t* rtp, std::size_t* rtpLen)
{
  return srtp_shim::apply(
    static_cast<srtp_shim::InPlace>(srtp_unprotect), session, srtp, srtpLen, rtp, rtpLen, 0);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session,
  const std::uint8_t* rtcp,
  std::size_t rtcpLen,
  std::uint8_t* srtcp,
  std::size_t* srtcpLen,
  std::size_t mkiIndex)
{
  if (mkiIndex != 0)
  {
    return srtp_err_status_bad_mki;
  }

  // The SRTCP trailer is the SRTP one and four bytes of index.
  return srtp_shim::apply(
    static_cast<srtp_shim::InPlace>(srtp_protect_rtcp),
    session,
    rtcp,
    rtcpLen,
    srtcp,
    srtcpLen,
    SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const std::uint8_t* srtcp, std::size_t srtcpLen, std::uint8_t* rtcp, std::size_t* rtcpLen)
{
  return srtp_shim::apply(
    static_cast<srtp_shim::InPlace>(srtp_unprotect_rtcp), session, srtcp, srtcpLen, rtcp, rtcpLen, 0);
}
