//! The layout of the data: a mark, a compressed directory, then a compressed block for each provider. It must not know
//! what a type consists of.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use crate::records::{Block, Definition, Record};
use crate::wire::{from_bytes, to_bytes};
use crate::{Damaged, Entry, Provider, ResourceType};

/// What the data begins with. The number changes when an older reader would misunderstand what follows.
const MARK: [u8; 8] = *b"aztypes1";
/// The head: the mark, then the lengths of the directory, packed and unpacked.
const HEAD: usize = MARK.len() + 4 + 4;
/// No part may be longer when it is unpacked, whatever its length claims to be.
const LIMIT: usize = 1 << 28;
/// Compression that takes its time: the data is packed seldom and read often.
const LEVEL: u8 = 10;

/// The data for these providers. Equal providers make equal bytes.
///
/// # Panics
///
/// If the directory is longer than four gigabytes.
pub fn pack(providers: &[Provider]) -> Vec<u8> {
    let mut records = Vec::new();
    let mut blocks = Vec::new();
    for provider in providers {
        let plain = to_bytes(&block(provider));
        let packed = compress_to_vec_zlib(&plain, LEVEL);
        records.push(Record {
            namespace: provider.namespace().to_owned(),
            offset: blocks.len() as u64,
            packed: packed.len() as u64,
            unpacked: plain.len() as u64,
            entries: provider.resources().iter().map(entry).collect(),
        });
        blocks.extend(packed);
    }
    [head(&to_bytes(&records)), blocks].concat()
}

/// The head and the directory.
fn head(directory: &[u8]) -> Vec<u8> {
    let packed = compress_to_vec_zlib(directory, LEVEL);
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("a directory is short").to_le_bytes();
    [&MARK[..], &length(&packed), &length(directory), &packed].concat()
}

fn entry(resource: &ResourceType) -> Entry {
    Entry {
        name: resource.name.clone(),
        api_version: resource.api_version.clone(),
        readable_scopes: resource.readable_scopes,
        writable_scopes: resource.writable_scopes,
    }
}

fn block(provider: &Provider) -> Block {
    let definition = |it: &ResourceType| Definition { body: it.body, functions: it.functions.clone() };
    Block { types: provider.types().to_vec(), resources: provider.resources().iter().map(definition).collect() }
}

/// The directory, and the bytes of all blocks.
pub(crate) fn directory(data: &[u8]) -> Result<(Vec<Record>, &[u8]), Damaged> {
    let (head, rest) = data.split_at_checked(HEAD).ok_or(Damaged("it ends too early"))?;
    let (mark, lengths) = head.split_at(MARK.len());
    if mark != MARK {
        return Err(Damaged("it does not begin as it should"));
    }
    let length = |bytes: &[u8]| bytes.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
    let (packed, unpacked) = (length(&lengths[..4]), length(&lengths[4..]));
    let (directory, blocks) = rest.split_at_checked(packed).ok_or(Damaged("it ends too early"))?;
    Ok((from_bytes(&unpack(directory, unpacked)?)?, blocks))
}

/// The provider that a record of the directory announces.
pub(crate) fn provider(record: &Record, blocks: &[u8]) -> Result<Provider, Damaged> {
    let number = |number: u64| usize::try_from(number).map_err(|_| Damaged("a length is too great"));
    let from = number(record.offset)?;
    let to = from.saturating_add(number(record.packed)?);
    let packed = blocks.get(from..to).ok_or(Damaged("it ends too early"))?;
    let block: Block = from_bytes(&unpack(packed, number(record.unpacked)?)?)?;
    if block.resources.len() != record.entries.len() {
        return Err(Damaged("the directory lists other types"));
    }
    let resources = record.entries.iter().zip(block.resources).map(|(entry, definition)| resource(entry, definition));
    Provider::new(record.namespace.clone(), resources.collect(), block.types)
}

fn resource(entry: &Entry, definition: Definition) -> ResourceType {
    ResourceType {
        name: entry.name.clone(),
        api_version: entry.api_version.clone(),
        readable_scopes: entry.readable_scopes,
        writable_scopes: entry.writable_scopes,
        body: definition.body,
        functions: definition.functions,
    }
}

/// The plain bytes, which are of a known length and have a checksum.
fn unpack(packed: &[u8], length: usize) -> Result<Vec<u8>, Damaged> {
    let plain = decompress_to_vec_zlib_with_limit(packed, length.min(LIMIT));
    let plain = plain.map_err(|_| Damaged("it cannot be unpacked"))?;
    if plain.len() == length { Ok(plain) } else { Err(Damaged("a length is wrong")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Behind the checksum, which would notice first: every byte of a block, changed in two ways.
    #[test]
    fn damage_that_no_checksum_notices_is_no_panic() {
        let data = include_bytes!("../data/types.bin");
        let (records, blocks) = directory(data).unwrap();
        let smallest = records.iter().min_by_key(|record| record.unpacked).unwrap();
        let plain = to_bytes(&block(&provider(smallest, blocks).unwrap()));
        for at in 0..plain.len() {
            for change in [0xff, 0x01] {
                let mut changed = plain.clone();
                changed[at] ^= change;
                if let Ok(block) = from_bytes::<Block>(&changed) {
                    let entries = smallest.entries.iter().zip(block.resources);
                    let resources = entries.map(|(entry, definition)| resource(entry, definition)).collect();
                    drop(Provider::new("", resources, block.types));
                }
            }
            assert!(from_bytes::<Block>(&plain[..at]).is_err(), "{at}");
        }
    }
}
