# Builds, previews, deploys and removes one scenario: `make deployment-create SCENARIO=example`.
# The values reach the shell as environment variables ("$$NAME"), so that no space or quote in them is ever interpreted.

SCENARIO       ?= example
RESOURCE_GROUP ?= rg-$(SCENARIO)
LOCATION       ?= japaneast
YES            ?=
export SCENARIO RESOURCE_GROUP LOCATION

.PHONY: help build deployment-what-if deployment-create destroy checkov test ci resource-group azure-cli
# Prerequisites are steps here: they run one after the other, as they are written.
.NOTPARALLEL:

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-20s %s\n", $$1, $$2 } \
	  END { print "\nSCENARIO=" ENVIRON["SCENARIO"] " RESOURCE_GROUP=" ENVIRON["RESOURCE_GROUP"] " LOCATION=" ENVIRON["LOCATION"] \
	    " (set any of them: make build SCENARIO=example)" }' Makefile

build: ## Write generated/SCENARIO/
	cargo run --quiet -p scenarios -- generate "$$SCENARIO"

deployment-what-if: azure-cli build resource-group ## Show what a deployment would change (makes RESOURCE_GROUP in LOCATION if it is missing)
	az deployment group what-if --name "$$SCENARIO" --resource-group "$$RESOURCE_GROUP" \
	  --parameters "generated/$$SCENARIO/main.bicepparam"

deployment-create: azure-cli build resource-group ## Deploy SCENARIO to RESOURCE_GROUP (made in LOCATION if it is missing)
	az deployment group create --name "$$SCENARIO" --resource-group "$$RESOURCE_GROUP" \
	  --parameters "generated/$$SCENARIO/main.bicepparam"

destroy: azure-cli ## Delete RESOURCE_GROUP and all that is in it (asks first, unless YES=1)
	az group delete --name "$$RESOURCE_GROUP" $(if $(filter 1,$(YES)),--yes)

# It reads the JSON that the compiler makes, for its own reader of Bicep takes no call of several lines. The checks that the
# scenario's code names, each beside the reason why it fails, are skipped.
checkov: build ## Look for insecure settings in SCENARIO (needs bicep, and checkov from PyPI)
	"$${BICEP:-bicep}" build "generated/$$SCENARIO/main.bicep" --outfile target/checkov.json
	checkov --framework arm --file target/checkov.json --compact --quiet --skip-download \
	  --skip-check "$$(grep -oh 'CKV_AZURE_[0-9]*' scenarios/"$$SCENARIO"/src/*.rs | paste -sd, -)"

test: ## Run every test
	cargo test --workspace

ci: ## Run everything that a pull request has to pass
	.ci/run

# A what-if, too, needs the group to exist.
resource-group: azure-cli
	@exists=$$(az group exists --name "$$RESOURCE_GROUP" --output json) || exit 1; \
	[ "$$exists" = true ] || az group create --name "$$RESOURCE_GROUP" --location "$$LOCATION" --output none

azure-cli:
	@command -v az >/dev/null || { \
	  echo "error: the Azure CLI (az) is not installed" >&2; \
	  echo "  help: install it from https://aka.ms/installazurecli, then run: az login" >&2; \
	  exit 1; \
	}
